package dev.gatehouse.ambassador.route;

import java.util.List;

/**
 * A resource that asks for routes, and what became of it.
 *
 * @param origin the resource
 * @param standing what became of it
 * @param why the reason where it has no route; else empty
 * @param group the first member of the group that it belongs to, itself perhaps
 * @param match which requests it asks for; {@code percentBelow} is what it got, 0 where it has no route
 * @param precedence the precedence that was written, 0 by default: the greatest is tried first
 * @param hosts {@code name.namespace} of the Hosts that took it, in the order of their names
 */
public record Candidate(
        Origin origin,
        Standing standing,
        String why,
        Origin group,
        RouteMatch match,
        int precedence,
        List<String> hosts) {
    /** Copies {@code hosts}. */
    public Candidate {
        hosts = List.copyOf(hosts);
    }

    /** One that belongs to no group, and so has no route. */
    public static Candidate alone(Origin origin, Standing standing, String why, RouteMatch match) {
        return new Candidate(origin, standing, why, origin, match, 0, List.of());
    }
}

package dev.gatehouse.ambassador.route;

import java.util.List;

/**
 * The routes for some hosts.
 *
 * @param listener the name of its listener
 * @param domains the hosts: exact, {@code *.a.b}, {@code a.b.*} or {@code *}
 * @param origin the resource that it is due to
 * @param routes its routes, in the order in which they are tried
 */
public record VirtualHost(String listener, List<String> domains, Origin origin, List<Route> routes) {
    /** Copies the lists. */
    public VirtualHost {
        domains = List.copyOf(domains);
        routes = List.copyOf(routes);
    }
}

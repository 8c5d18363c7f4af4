package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.SecurityModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The routes of each Host, and which Hosts took each group. */
final class HttpRouting {
    private final GroupIndex index;
    private final Map<HttpGroup, List<Variants>> variants = new HashMap<>();
    private final Map<HttpGroup, Set<String>> takers = new HashMap<>();
    private final Map<String, List<HttpGroup>> taken = new LinkedHashMap<>();

    /**
     * Makes a routing.
     *
     * @param ordered the groups in the order in which they are tried
     * @param routes the routes of each, in the same order
     */
    HttpRouting(List<HttpGroup> ordered, List<List<Variants>> routes) {
        this.index = new GroupIndex(ordered);
        for (int i = 0; i < ordered.size(); i++) {
            variants.put(ordered.get(i), routes.get(i));
        }
    }

    /** The routes of a Host's virtual host in a listener. */
    List<Route> of(Host host, SecurityModel security) {
        List<Route> routes = new ArrayList<>();
        for (HttpGroup group : taken.computeIfAbsent(host.origin().key(), key -> index.takenBy(host))) {
            takers.computeIfAbsent(group, key -> new LinkedHashSet<>())
                    .add(host.origin().key());
            for (Variants route : variants.getOrDefault(group, List.of())) {
                routes.addAll(route.in(security, host.insecureAction()));
            }
        }
        return routes;
    }

    /** The Hosts that took a group and are on some listener. */
    List<String> takersOf(HttpGroup group) {
        return List.copyOf(takers.getOrDefault(group, Set.of()));
    }
}

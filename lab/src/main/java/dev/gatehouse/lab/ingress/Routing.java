package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.route.RouteTable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A route table, made ready to be asked often; it is taken for another as a whole. Thread-safe.
 *
 * @param doors the listeners by the port that the manifests give them
 * @param clusters the upstreams by name
 * @param manners what holds for all requests
 */
record Routing(Map<Integer, Door> doors, Map<String, Cluster> clusters, Manners manners) {
    static Routing of(RouteTable table, Map<String, Cluster> clusters) {
        Map<Integer, Door> doors = new HashMap<>();
        table.listeners().forEach(listener -> doors.putIfAbsent(listener.port(), Door.of(listener)));
        return new Routing(Map.copyOf(doors), Map.copyOf(clusters), Manners.of(table.globals()));
    }

    @Nullable
    Cluster cluster(String name) {
        return clusters.get(name);
    }

    Collection<Cluster> all() {
        return clusters.values();
    }
}

package dev.gatehouse.ambassador.write;

import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.Upstream;
import java.util.HashMap;
import java.util.Map;

/** What upstreams are called in outputs. */
final class UpstreamNames {
    private final Map<String, String> targets = new HashMap<>();

    UpstreamNames(RouteTable table) {
        for (Upstream upstream : table.upstreams()) {
            targets.put(upstream.name(), upstream.target().text());
        }
    }

    /** {@code host:port} of an upstream, or the name of its endpoints. */
    String of(String name) {
        return targets.getOrDefault(name, name);
    }
}

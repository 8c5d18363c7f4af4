package dev.gatehouse.ambassador.envoy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts many configurations into one, since an Envoy takes some tenths of a second to start. */
final class Together {
    private final Map<String, Object> shared = new LinkedHashMap<>();
    private final List<Object> listeners = new ArrayList<>();
    private final List<Object> clusters = new ArrayList<>();

    /** Adds one; the names of its listeners and clusters get a prefix. */
    void add(String prefix, EnvoyBootstrap bootstrap) {
        bootstrap.configuration().forEach(shared::putIfAbsent);
        Object resources = bootstrap.configuration().getOrDefault("static_resources", Map.of());
        listeners.addAll(named(prefix, below(resources, "listeners")));
        clusters.addAll(named(prefix, below(resources, "clusters")));
    }

    String json() {
        Map<String, Object> all = new LinkedHashMap<>(shared);
        all.put("static_resources", Map.of("listeners", listeners, "clusters", clusters));
        return BootstrapJson.write(all);
    }

    private static List<?> below(Object node, String key) {
        return node instanceof Map<?, ?> map && map.get(key) instanceof List<?> list ? list : List.of();
    }

    private static List<Object> named(String prefix, List<?> items) {
        return items.stream().map(item -> named(prefix, renamed(prefix, item))).toList();
    }

    private static Object named(String prefix, Object item) {
        Map<Object, Object> copy = new LinkedHashMap<>((Map<?, ?>) item);
        copy.computeIfPresent("name", (key, name) -> prefix + name);
        return copy;
    }

    /** With a prefix before each cluster that is referred to. */
    private static Object renamed(String prefix, Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(item -> renamed(prefix, item)).toList();
        }
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        Map<Object, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if ((key.equals("cluster") || key.equals("cluster_name")) && value instanceof String name) {
                copy.put(key, prefix + name);
            } else if (key.equals("weighted_clusters")) {
                copy.put(key, Map.of("clusters", named(prefix, below(value, "clusters"))));
            } else {
                copy.put(key, renamed(prefix, value));
            }
        });
        return copy;
    }
}

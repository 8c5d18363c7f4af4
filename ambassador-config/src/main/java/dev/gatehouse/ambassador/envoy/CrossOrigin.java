package dev.gatehouse.ambassador.envoy;

import java.util.Arrays;
import java.util.List;

/** Which other sites' pages may read the answers. */
final class CrossOrigin {
    private CrossOrigin() {}

    /** The policy of a {@code cors} block; empty for none. */
    static Block of(Settings cors) {
        Block policy = new Block();
        if (cors.sorted().isEmpty()) {
            return policy;
        }
        policy = Block.typed("extensions.filters.http.cors.v3.CorsPolicy");
        List<Block> origins = items(cors, "origins").stream()
                .map(origin -> new Block().put("exact", origin))
                .toList();
        policy.putAll("allow_origin_string_match", origins)
                .putText("allow_methods", joined(cors, "methods"))
                .putText("allow_headers", joined(cors, "headers"))
                .putText("expose_headers", joined(cors, "exposed_headers"))
                .putText("max_age", cors.text("max_age"));
        if (cors.flag("credentials")) {
            policy.put("allow_credentials", true);
        }
        return policy.put("filter_enabled", new Block().put("default_value", RouteMatches.percent(100)));
    }

    private static List<String> items(Settings cors, String name) {
        return cors.text(name).isEmpty()
                ? cors.texts(name)
                : Arrays.stream(cors.text(name).split(",", -1)).toList();
    }

    private static String joined(Settings cors, String name) {
        return cors.text(name).isEmpty() ? String.join(", ", cors.texts(name)) : cors.text(name);
    }
}

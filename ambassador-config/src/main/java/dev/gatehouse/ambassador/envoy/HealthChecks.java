package dev.gatehouse.ambassador.envoy;

import java.math.BigDecimal;
import java.util.List;

/** How Envoy finds out which endpoints answer. */
final class HealthChecks {
    private HealthChecks() {}

    static Block of(Settings given) {
        Settings check = given.map("health_check");
        Block block = new Block()
                .put("timeout", given.has("timeout") ? given.text("timeout") : "3s")
                .put("interval", given.has("interval") ? given.text("interval") : "5s")
                .put("unhealthy_threshold", given.number("unhealthy_threshold").orElse(BigDecimal.valueOf(2)))
                .put("healthy_threshold", given.number("healthy_threshold").orElse(BigDecimal.ONE));
        return check.has("grpc")
                ? block.put("grpc_health_check", grpc(check.map("grpc")))
                : block.put("http_health_check", http(check.map("http")));
    }

    private static Block grpc(Settings grpc) {
        return new Block()
                .putText("service_name", grpc.text("upstream_name"))
                .putText("authority", grpc.text("authority"));
    }

    private static Block http(Settings http) {
        return new Block()
                .putText("host", http.text("hostname"))
                .put("path", http.text("path"))
                .putAll("request_headers_to_add", added(http))
                .putAll("request_headers_to_remove", http.texts("remove_request_headers"))
                .putAll("expected_statuses", statuses(http));
    }

    /** Envoy's ranges end in front of {@code end}, Emissary's with {@code max}. */
    private static List<Block> statuses(Settings http) {
        return http.maps("expected_statuses").stream()
                .filter(range ->
                        range.number("min").isPresent() && range.number("max").isPresent())
                .map(range -> new Block()
                        .put("start", range.number("min").orElseThrow())
                        .put("end", range.number("max").orElseThrow().add(BigDecimal.ONE)))
                .toList();
    }

    private static List<Block> added(Settings http) {
        Settings headers = http.map("add_request_headers");
        return headers.sorted().keySet().stream()
                .map(name -> new Block()
                        .put(
                                "header",
                                new Block()
                                        .put("key", name)
                                        .put("value", headers.map(name).text("value")))
                        .put(
                                "append_action",
                                headers.map(name).flag("append", true)
                                        ? "APPEND_IF_EXISTS_OR_ADD"
                                        : "OVERWRITE_IF_EXISTS_OR_ADD"))
                .toList();
    }
}

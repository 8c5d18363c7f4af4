package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.read.ScalarNode;
import java.util.List;
import java.util.Map;

/** The protocols of a Listener, outermost first. */
final class Stacks {
    private static final Map<String, List<String>> SHORT = Map.of(
            "HTTP", List.of("HTTP", "TCP"),
            "HTTPS", List.of("TLS", "HTTP", "TCP"),
            "HTTPPROXY", List.of("PROXY", "HTTP", "TCP"),
            "HTTPSPROXY", List.of("TLS", "PROXY", "HTTP", "TCP"),
            "TCP", List.of("TCP"),
            "TLS", List.of("TLS", "TCP"));

    private Stacks() {}

    static List<String> of(Written listener) {
        if (!listener.has("protocolStack")) {
            return SHORT.getOrDefault(listener.text("protocol"), List.of());
        }
        return listener.items("protocolStack").stream()
                .map(item -> item instanceof ScalarNode scalar ? scalar.text() : "")
                .toList();
    }
}

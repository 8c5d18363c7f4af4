package dev.gatehouse.lab.ingress;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Envoy's own interface.
 *
 * @param addressFile the file in which Envoy says where it is
 */
record EnvoyAdmin(Path addressFile) {
    private static final int PATIENCE = 5_000;

    /** How often listeners and clusters have been taken and refused. */
    record Updates(long listeners, long clusters, long refused, long warming) {}

    /** Whether it serves. */
    boolean isReady() {
        return get("/ready").map(text -> text.startsWith("LIVE")).orElse(false);
    }

    /** Where listeners listen, by name. */
    Map<String, InetSocketAddress> listeners() {
        return EnvoyJson.listeners(get("/listeners?format=json").orElse("{}"));
    }

    Updates updates() {
        Map<String, Long> stats = new LinkedHashMap<>();
        get("/stats?filter=^(listener_manager|cluster_manager)[.]")
                .orElse("")
                .lines()
                .forEach(line -> {
                    String[] parts = line.split(": ", 2);
                    if (parts.length == 2 && parts[1].matches("[0-9]{1,15}")) {
                        stats.put(parts[0], Long.parseLong(parts[1]));
                    }
                });
        return new Updates(
                stats.getOrDefault("listener_manager.lds.update_success", 0L),
                stats.getOrDefault("cluster_manager.cds.update_success", 0L),
                stats.getOrDefault("listener_manager.lds.update_rejected", 0L)
                        + stats.getOrDefault("cluster_manager.cds.update_rejected", 0L),
                stats.getOrDefault("listener_manager.total_listeners_warming", 0L));
    }

    /** An answer of 200; empty for any other, and where nobody answers. */
    private Optional<String> get(String path) {
        try {
            if (!Files.exists(addressFile)) {
                return Optional.empty();
            }
            String address = Files.readString(addressFile).strip();
            if (address.isEmpty()) {
                return Optional.empty();
            }
            HttpURLConnection connection = (HttpURLConnection) URI.create("http://" + address
                            + path.replace("^", "%5E")
                                    .replace("|", "%7C")
                                    .replace("[", "%5B")
                                    .replace("]", "%5D"))
                    .toURL()
                    .openConnection();
            connection.setConnectTimeout(PATIENCE);
            connection.setReadTimeout(PATIENCE);
            connection.setRequestProperty("Connection", "close");
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                connection.disconnect();
                return Optional.empty();
            }
            try (InputStream in = connection.getInputStream()) {
                return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}

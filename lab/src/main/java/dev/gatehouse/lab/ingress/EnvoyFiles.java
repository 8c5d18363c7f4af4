package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.envoy.EnvoyBootstrap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder with what Envoy reads: the bootstrap, and in files of their own listeners and clusters, which it reads again
 * whenever they are replaced.
 */
final class EnvoyFiles {
    private static final String TYPE = "type.googleapis.com/envoy.config.";

    private final Path folder;
    private int version;

    private EnvoyFiles(Path folder) {
        this.folder = folder;
    }

    /** A folder of its own for a configuration. */
    static EnvoyFiles create(EnvoyBootstrap bootstrap) {
        try {
            EnvoyFiles files = new EnvoyFiles(Files.createTempDirectory("gatehouse-envoy-"));
            files.writeClusters(bootstrap);
            files.writeListeners(bootstrap);
            Map<String, Object> main = new LinkedHashMap<>(bootstrap.configuration());
            main.remove("static_resources");
            main.put(
                    "dynamic_resources",
                    Map.of(
                            "lds_config", source(files.path("listeners.json")),
                            "cds_config", source(files.path("clusters.json"))));
            Files.writeString(files.path("bootstrap.json"), EnvoyJson.write(main));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    void writeListeners(EnvoyBootstrap bootstrap) {
        replace("listeners.json", "listener.v3.Listener", resources(bootstrap, "listeners"));
    }

    void writeClusters(EnvoyBootstrap bootstrap) {
        replace("clusters.json", "cluster.v3.Cluster", resources(bootstrap, "clusters"));
    }

    /** What Envoy has said, without the lines of every day. */
    String said() {
        try {
            return Files.exists(path("envoy.log"))
                    ? Files.readString(path("envoy.log")).strip()
                    : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Envoy looks for a file that is moved over the old one, not for one that is written to. */
    private void replace(String name, String type, List<?> resources) {
        List<Map<Object, Object>> typed = resources.stream()
                .map(resource -> {
                    Map<Object, Object> copy = new LinkedHashMap<>();
                    copy.put("@type", TYPE + type);
                    copy.putAll((Map<?, ?>) resource);
                    return copy;
                })
                .toList();
        try {
            Path draft = Files.writeString(
                    path(name + ".new"),
                    EnvoyJson.write(Map.of("version_info", String.valueOf(++version), "resources", typed)));
            Files.move(draft, path(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> source(Path file) {
        return Map.of("resource_api_version", "V3", "path_config_source", Map.of("path", file.toString()));
    }

    private static List<?> resources(EnvoyBootstrap bootstrap, String name) {
        return bootstrap.configuration().get("static_resources") instanceof Map<?, ?> all
                        && all.get(name) instanceof List<?> list
                ? list
                : List.of();
    }
}

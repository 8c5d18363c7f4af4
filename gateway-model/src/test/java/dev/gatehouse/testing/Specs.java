package dev.gatehouse.testing;

import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.SpecReader;
import dev.gatehouse.model.spec.SpecReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Platforms to test with: the examples of the repository, and small ones that have one feature each. */
public final class Specs {
    private Specs() {}

    /** The full platform of the README: a bank's risk models. */
    public static PlatformSpec riskModels() {
        return example("risk-models");
    }

    /** The smallest platform: one model, no promises. */
    public static PlatformSpec iris() {
        return example("iris");
    }

    /** Streams and a WebSocket, a created network, a zone that exists, API keys. */
    public static PlatformSpec llmGateway() {
        return example("llm-gateway");
    }

    /** gRPC models told apart by a header, mutual TLS, an entry inside the VPC. */
    public static PlatformSpec grpcInference() {
        return example("grpc-inference");
    }

    /** Every example by the name of its file, then every variant of {@link SpecVariants} by its feature. */
    public static Map<String, PlatformSpec> byName() {
        Map<String, PlatformSpec> specs = new LinkedHashMap<>(examples());
        specs.putAll(SpecVariants.byFeature());
        return specs;
    }

    /** As {@link #byName()}, for {@code @MethodSource("dev.gatehouse.testing.Specs#all")}. */
    public static Stream<Named<PlatformSpec>> all() {
        return byName().entrySet().stream().map(entry -> Named.of(entry.getKey(), entry.getValue()));
    }

    /** The platforms of {@code examples/platforms} by the names of their files without {@code .yaml}. */
    public static Map<String, PlatformSpec> examples() {
        Map<String, PlatformSpec> examples = new TreeMap<>();
        exampleFiles().forEach((name, file) -> examples.put(name, read(file)));
        return examples;
    }

    /** The spec files of {@code examples/platforms} by their names without {@code .yaml}; fact files are left out. */
    public static Map<String, Path> exampleFiles() {
        Map<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder())) {
            all.filter(file -> file.toString().endsWith(".yaml")
                            && !file.toString().endsWith("-facts.yaml"))
                    .forEach(file -> files.put(file.getFileName().toString().replace(".yaml", ""), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** The folder {@code examples/platforms} of the repository, relative to a module or to the repository. */
    public static Path folder() {
        Path fromModule = Path.of("..", "examples", "platforms");
        return Files.isDirectory(fromModule) ? fromModule : Path.of("examples", "platforms");
    }

    private static PlatformSpec example(String name) {
        return read(folder().resolve(name + ".yaml"));
    }

    private static PlatformSpec read(Path file) {
        try {
            SpecReading reading = SpecReader.read(file.getFileName().toString(), Files.readAllBytes(file));
            return reading.spec().orElseThrow(() -> new AssertionError(file + " has findings: " + reading.findings()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

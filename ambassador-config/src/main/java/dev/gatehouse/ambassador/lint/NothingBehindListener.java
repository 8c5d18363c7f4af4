package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.route.Problem;
import dev.gatehouse.model.finding.Severity;

/** A Listener that no Host is behind. */
final class NothingBehindListener implements Rule {
    private static final About ABOUT =
            About.of("GH-487", Severity.ERROR, Source.RUN, "a Listener that no Host is behind", """
            A Listener takes the Hosts of the namespaces and labels in its hostBinding. Where it takes none, and
            no TCPMapping has its port, the port stays closed: connections are refused.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Problem problem : scene.problems(Kind.LISTENER)) {
            scene.resource(problem.culprit())
                    .filter(listener -> problem.what().contains("no Host and no TCPMapping"))
                    .ifPresent(listener -> report.add(
                            listener,
                            listener.place("hostBinding"),
                            "no Host and no TCPMapping is behind port " + listener.text("port"),
                            "the port stays closed",
                            "write hostBinding: {namespace: {from: ALL}}, or labels that a Host has"));
        }
    }
}

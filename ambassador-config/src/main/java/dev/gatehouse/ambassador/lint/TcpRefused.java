package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.route.Problem;
import dev.gatehouse.model.finding.Severity;

/** A TCPMapping that Emissary refuses. */
final class TcpRefused implements Rule {
    private static final About ABOUT =
            About.of("GH-498", Severity.ERROR, Source.RUN, "a TCPMapping that Emissary refuses", """
            A TCPMapping with a host is told by the server name of TLS, so a Host or a TLSContext with that host
            must be there. One that differs from the first of its group, or wants a port that is taken on the
            same terms, is refused too.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Problem problem : scene.problems(Kind.TCP_MAPPING)) {
            scene.resource(problem.culprit())
                    .ifPresent(mapping -> report.add(
                            mapping,
                            mapping.place(),
                            problem.what(),
                            "no connection reaches its service",
                            "correct it; for a host add a Host or a TLSContext with that host"));
        }
    }
}

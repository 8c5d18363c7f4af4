package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.route.Problem;
import dev.gatehouse.model.finding.Severity;

/** A Host that Emissary refuses. */
final class HostRefused implements Rule {
    private static final About ABOUT =
            About.of("GH-494", Severity.ERROR, Source.CODE, "a Host that Emissary refuses", """
            tls beside tlsContext, a tlsContext that is not there or has another Secret, a name that another
            Host on the same chain has: the Host is inactive, and so is every route behind it.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Problem problem : scene.problems(Kind.HOST)) {
            scene.resource(problem.culprit())
                    .ifPresent(host -> report.add(
                            host,
                            host.place(),
                            problem.what(),
                            "its routes are gone, or not what they seem",
                            "correct it"));
        }
    }
}

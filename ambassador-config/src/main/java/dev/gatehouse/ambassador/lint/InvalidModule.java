package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.route.Problem;
import dev.gatehouse.model.finding.Severity;

/** A value of the Module that Emissary refuses. */
final class InvalidModule implements Rule {
    private static final About ABOUT =
            About.of("GH-470", Severity.ERROR, Source.RUN, "a value of the Module that Emissary refuses", """
            An unknown envoy_log_type, ip_allow beside ip_deny, a retry_policy without retry_on, or a
            load_balancer or circuit_breakers of another form: Emissary posts an error under its own name and
            goes on without the setting, or, for envoy_log_type, without the Module.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Problem problem : scene.problems(Kind.MODULE)) {
            scene.resource(problem.culprit())
                    .ifPresent(module -> report.add(
                            module,
                            module.place("config"),
                            problem.what(),
                            "Emissary goes on without it, perhaps without the whole Module",
                            "correct it, or remove it"));
        }
    }
}

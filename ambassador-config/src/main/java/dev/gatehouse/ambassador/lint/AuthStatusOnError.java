package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;

/** An AuthService without status_on_error. */
final class AuthStatusOnError implements Rule {
    private static final About ABOUT =
            About.of("GH-474", Severity.WARNING, Source.ENVOY, "an AuthService without status_on_error", """
            When the authorization service can't be asked, Envoy answers 403, as if it had said no: clients give
            up where they should try again, and an outage looks like a lack of rights. status_on_error: {code:
            503} tells them apart.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written auth : scene.of(Kind.AUTH_SERVICE)) {
            if (!auth.has("status_on_error") && !auth.flag("failure_mode_allow")) {
                report.add(
                        auth,
                        auth.place(),
                        "no status_on_error",
                        "when the service is down clients get 403, as if they were not allowed",
                        "add status_on_error: {code: 503}");
            }
        }
    }
}

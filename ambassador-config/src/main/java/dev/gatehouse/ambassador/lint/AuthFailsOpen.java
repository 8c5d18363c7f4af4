package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;

/** An AuthService that lets everything through when it is down. */
final class AuthFailsOpen implements Rule {
    private static final About ABOUT = About.of(
            "GH-475",
            Severity.WARNING,
            Source.CODE,
            "an AuthService that lets everything through when it is down",
            """
            With failure_mode_allow: true requests pass unchecked while the authorization service can't be
            asked.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written auth : scene.of(Kind.AUTH_SERVICE)) {
            if (auth.flag("failure_mode_allow")) {
                report.add(
                        auth,
                        auth.place("failure_mode_allow"),
                        "failure_mode_allow: true",
                        "while the service is down every request passes unchecked",
                        "remove it, unless that is meant");
            }
        }
    }
}

package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;

/** An AuthService with include_body and allow_request_body. */
final class AuthBody implements Rule {
    private static final About ABOUT = About.of(
            "GH-473", Severity.ERROR, Source.RUN, "an AuthService with include_body and allow_request_body", """
            The message says that allow_request_body is ignored. It is posted as an error all the same, and any
            error on the AuthService makes every request end with 500.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written auth : scene.of(Kind.AUTH_SERVICE)) {
            if (auth.has("include_body") && auth.has("allow_request_body")) {
                report.add(
                        auth,
                        auth.place("allow_request_body"),
                        "include_body and allow_request_body are both there",
                        "every request of every Mapping ends with 500",
                        "remove allow_request_body");
            }
        }
    }
}

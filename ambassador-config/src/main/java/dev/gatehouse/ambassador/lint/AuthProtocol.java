package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;

/** An AuthService that speaks another gRPC than Emissary. */
final class AuthProtocol implements Rule {
    private static final About ABOUT = About.of(
            "GH-472", Severity.ERROR, Source.RUN, "an AuthService that speaks another gRPC than Emissary", """
            proto: grpc needs protocol_version: v3, and v2 is the default. Any error that is posted on the
            AuthService makes every request of every Mapping end with 500.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written auth : scene.of(Kind.AUTH_SERVICE)) {
            if (auth.text("proto").equals("grpc")
                    && !auth.text("protocol_version").equals("v3")) {
                report.add(
                        auth,
                        auth.place("proto"),
                        "proto: grpc without protocol_version: v3",
                        "every request of every Mapping ends with 500",
                        "add protocol_version: v3");
            }
        }
    }
}

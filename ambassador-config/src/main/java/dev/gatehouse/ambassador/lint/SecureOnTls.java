package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;

/** A port for TLS that takes cleartext as secure. */
final class SecureOnTls implements Rule {
    private static final About ABOUT =
            About.of("GH-484", Severity.WARNING, Source.RUN, "a port for TLS that takes cleartext as secure", """
            A Listener with TLS also takes cleartext on its port. With securityModel SECURE such a request is
            served as if it had come over TLS. With XFP and l7Depth 0 it is what it is, and the Host's insecure
            action holds.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written listener : scene.of(Kind.LISTENER)) {
            if (Stacks.of(listener).contains("TLS")
                    && listener.text("securityModel").equals("SECURE")) {
                report.add(
                        listener,
                        listener.place("securityModel"),
                        "securityModel SECURE on a port for TLS",
                        "a request in the clear on port " + listener.text("port") + " is served as if it were secure",
                        "write securityModel: XFP");
            }
        }
    }
}

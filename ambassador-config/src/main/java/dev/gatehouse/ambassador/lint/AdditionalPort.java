package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;

/** RequestPolicy.insecure.additionalPort, which opens no port. */
final class AdditionalPort implements Rule {
    private static final About ABOUT = About.of(
            "GH-491", Severity.WARNING, Source.RUN, "requestPolicy.insecure.additionalPort, which opens no port", """
            It is read and has no effect in Emissary 4. A second port is a second Listener.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written host : scene.of(Kind.HOST)) {
            if (host.has("requestPolicy", "insecure", "additionalPort")) {
                report.add(
                        host,
                        host.place("requestPolicy", "insecure", "additionalPort"),
                        "additionalPort has no effect",
                        "no port is opened",
                        "add a Listener with that port");
            }
        }
    }
}

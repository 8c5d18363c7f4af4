package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;

/** A RateLimitService without protocol_version: v3. */
final class RateLimitProtocol implements Rule {
    private static final About ABOUT =
            About.of("GH-476", Severity.ERROR, Source.RUN, "a RateLimitService without protocol_version: v3", """
            Emissary speaks v3 only, and v2 is the default: without protocol_version: v3 the service is ignored
            and nothing is limited.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written limits : scene.of(Kind.RATE_LIMIT_SERVICE)) {
            if (!limits.text("protocol_version").equals("v3")) {
                report.add(
                        limits,
                        limits.place("protocol_version"),
                        "no protocol_version: v3",
                        "Emissary ignores the service: nothing is limited",
                        "add protocol_version: v3");
            }
        }
    }
}

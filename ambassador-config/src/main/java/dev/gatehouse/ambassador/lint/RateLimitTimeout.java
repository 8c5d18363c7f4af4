package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;

/** A RateLimitService with the default timeout of 20 milliseconds. */
final class RateLimitTimeout implements Rule {
    private static final About ABOUT = About.of(
            "GH-477",
            Severity.WARNING,
            Source.RUN,
            "a RateLimitService with the default timeout of 20 milliseconds",
            """
            An answer that takes longer than timeout_ms, 20 unless it is set, counts as a yes, unless
            failure_mode_deny is set. A pause of the service lifts all limits.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written limits : scene.of(Kind.RATE_LIMIT_SERVICE)) {
            if (!limits.has("timeout_ms")) {
                report.add(
                        limits,
                        limits.place(),
                        "no timeout_ms",
                        limits.flag("failure_mode_deny")
                                ? "requests whose limit takes longer than 20 ms to look up are refused"
                                : "requests whose limit takes longer than 20 ms to look up pass unlimited",
                        "set timeout_ms to what the service needs on a bad day");
            }
        }
    }
}

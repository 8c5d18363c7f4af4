package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.math.BigDecimal;
import java.util.Optional;

/** A stream that is cut before its request may end. */
final class IdleBeforeTimeout implements Rule {
    private static final About ABOUT =
            About.of("GH-459", Severity.WARNING, Source.CODE, "a stream that is cut before its request may end", """
            Envoy ends a stream on which nothing moves for idle_timeout_ms, five minutes unless it is set. A
            model that thinks longer than that before it answers is cut, whatever timeout_ms allows.""");
    private static final BigDecimal DEFAULT = BigDecimal.valueOf(300_000);

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            Optional<BigDecimal> timeout = mapping.number("timeout_ms");
            BigDecimal idle = mapping.number("idle_timeout_ms").orElse(DEFAULT);
            boolean endless = timeout.filter(time -> time.signum() == 0).isPresent() && !mapping.has("idle_timeout_ms");
            boolean longer = timeout.filter(time -> time.compareTo(idle) > 0).isPresent() && idle.signum() > 0;
            if (endless || longer) {
                report.add(
                        mapping,
                        mapping.place(mapping.has("idle_timeout_ms") ? "idle_timeout_ms" : "timeout_ms"),
                        "a stream may be idle for " + idle.toPlainString() + " ms, a request may take "
                                + (endless ? "any time" : mapping.text("timeout_ms") + " ms"),
                        "an answer that begins later than that is cut",
                        "set idle_timeout_ms above timeout_ms");
            }
        }
    }
}

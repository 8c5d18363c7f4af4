package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.math.BigDecimal;
import java.util.Optional;

/** A long timeout without idle_timeout_ms, so that five minutes of silence end the request. */
final class IdleBeforeTimeout implements Rule {
    private static final About ABOUT = About.of(
            "GH-459",
            Severity.WARNING,
            Source.CODE,
            "a long timeout without idle_timeout_ms, so that five minutes of silence end the request",
            """
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
            boolean endless = timeout.filter(time -> time.signum() == 0).isPresent();
            boolean longer = timeout.filter(time -> time.compareTo(DEFAULT) > 0).isPresent();
            if ((endless || longer) && !mapping.has("idle_timeout_ms")) {
                report.add(
                        mapping,
                        mapping.place("timeout_ms"),
                        "a request may take " + (endless ? "any time" : mapping.text("timeout_ms") + " ms")
                                + ", and there is no idle_timeout_ms",
                        "a stream on which nothing moves for five minutes is cut, so an answer must begin before that",
                        "set idle_timeout_ms above what the model needs to begin its answer");
            }
        }
    }
}

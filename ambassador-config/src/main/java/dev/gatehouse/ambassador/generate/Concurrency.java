package dev.gatehouse.ambassador.generate;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.unit.Durations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/**
 * How many requests of a model are open at once, by Little's law: rate times time.
 *
 * @param open requests open at once at the peak, if each takes as long as it may
 * @param allowed what the circuit breaker allows: twice that, and never less than Envoy's own default
 * @param retries retries that may run at once: a fifth of what is allowed, and never less than Envoy's own default
 * @param why the sum, for the comment
 */
record Concurrency(long open, long allowed, long retries, String why) {
    /** Room for a peak that meets one pod of the ingress and not all of them evenly. */
    private static final int HEADROOM = 2;

    private static final int RETRIES_IN = 5;

    static Concurrency of(Model model, Facts facts) {
        Duration longest = model.atMost().orElse(model.longestSilence());
        BigDecimal byTime = model.load().peak().perSecond().multiply(seconds(longest));
        long atOnce = byTime.setScale(0, RoundingMode.CEILING).longValueExact();
        long open = Math.max(atOnce, model.load().connections().orElse(0));
        long allowed = Math.max(Math.multiplyExact(open, HEADROOM), usual(facts, "concurrent-requests"));
        long retries = model.retry().isPresent() ? allowed / RETRIES_IN : 0;
        String sum = atOnce < open
                ? String.format(Locale.ROOT, "%,d connections", open)
                : String.format(
                        Locale.ROOT, "%s x %s = %,d open", model.load().peak(), Durations.format(longest), open);
        return new Concurrency(open, allowed, Math.max(retries, usual(facts, "concurrent-retries")), "peak " + sum);
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis()).movePointLeft(3);
    }

    /** Envoy's own limit, so that ours is never the tighter one; 0 if no sheet has it. */
    private static long usual(Facts facts, String limit) {
        return facts.limit(HopKind.AMBASSADOR.id(), limit)
                .flatMap(Fact::value)
                .map(quantity -> quantity.number().longValue())
                .orElse(0L);
    }
}

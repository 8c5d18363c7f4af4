package dev.gatehouse.ambassador.generate;

import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Answers;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.Retry;
import dev.gatehouse.model.topology.Seam;
import dev.gatehouse.model.unit.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** The times of a model's Mappings, from its rung of the ladder. */
final class Timeouts {
    /** The longest that a connection inside the VPC may take: three tries of TCP's own. */
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(3);

    /**
     * How long an idle connection to a model is kept: less than a model's server may keep it, or a request would now
     * and then go into a connection that is being closed. Envoy's own hour is longer than any server's.
     */
    static final Duration KEPT_IDLE = Duration.ofSeconds(4);

    private Timeouts() {}

    static Fields of(Model model, Seam seam) {
        Optional<Duration> total = seam.ladder(model.name()).flatMap(ladder -> ladder.total(HopKind.AMBASSADOR));
        Optional<Duration> idle = seam.ladder(model.name()).flatMap(ladder -> ladder.idle(HopKind.AMBASSADOR));
        Fields fields = new Fields()
                .put("timeout_ms", total.map(Timeouts::millis).orElse(0L), longest(model))
                .put(
                        "idle_timeout_ms",
                        millis(idle.orElse(model.longestSilence())),
                        "silent for at most " + Durations.format(model.longestSilence()));
        Duration connect = total.map(whole -> connect(whole, model)).orElse(LONGEST_CONNECT);
        fields.put("connect_timeout_ms", millis(connect))
                .put("cluster_idle_timeout_ms", millis(KEPT_IDLE), "the model's server must keep it longer: yours");
        // A stream that has begun can't be begun again.
        model.retry()
                .filter(retry -> !model.isStreamed())
                .ifPresent(retry -> fields.put("retry_policy", retry(retry, model, total)));
        return fields;
    }

    /** Half the time is for connecting, shared by all tries, so that one that fails leaves time for the next. */
    private static Duration connect(Duration total, Model model) {
        Duration each = total.dividedBy(2L * tries(model));
        return each.compareTo(LONGEST_CONNECT) <= 0 ? each : LONGEST_CONNECT;
    }

    private static int tries(Model model) {
        return model.isStreamed() ? 1 : 1 + model.retry().map(Retry::times).orElse(0);
    }

    private static Fields retry(Retry retry, Model model, Optional<Duration> total) {
        Fields fields = new Fields().put("retry_on", retry.on()).put("num_retries", retry.times());
        total.flatMap(whole -> perTry(retry, model, whole))
                .ifPresent(each -> fields.put(
                        "per_try_timeout",
                        seconds(each),
                        "leaves time for " + retry.times() + " more within "
                                + total.map(Durations::format).orElse("")));
        return fields;
    }

    /**
     * How long one try may take where the model is what was slow: all of the time but what the other tries take at p99,
     * or an equal part where p99 is unknown. Where only connecting is tried again, {@code connect_timeout_ms} has left
     * the time already, and an answer under way is not cut short.
     */
    private static Optional<Duration> perTry(Retry retry, Model model, Duration total) {
        if (retry.on().equals("connect-failure") || retry.on().equals("refused-stream")) {
            return Optional.empty();
        }
        Duration equal = total.dividedBy(1L + retry.times());
        Duration others = model.answers()
                .flatMap(Answers::p99)
                .map(p99 -> p99.multipliedBy(retry.times()))
                .orElse(total.minus(equal));
        Duration rest = total.minus(others);
        return Optional.of(rest.compareTo(equal) >= 0 ? rest : equal);
    }

    private static String longest(Model model) {
        if (model.atMostIsAssumed()) {
            return "assumed: the spec of " + model.name() + " names no longest answer";
        }
        return model.atMost()
                .map(most -> model.name()
                        + (model.isStreamed() ? " streams at most " : " answers within ")
                        + Durations.format(most))
                .orElse(model.name() + " ends when it ends");
    }

    /** Rounded up: no time is ever cut short. */
    static long millis(Duration duration) {
        long millis = duration.toMillis();
        return duration.minusMillis(millis).isZero() ? millis : millis + 1;
    }

    /**
     * As Envoy's configuration writes a time: {@code 0.72s}. It refuses {@code 720ms}, and with it every other change.
     */
    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(millis(duration))
                        .movePointLeft(3)
                        .stripTrailingZeros()
                        .toPlainString()
                + "s";
    }
}

package dev.gatehouse.model.topology;

import dev.gatehouse.model.spec.Model;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * How many requests of a model are open at once, by Little's law: arrivals per second times seconds each stays.
 *
 * <p>A stream of at most 120 s at a peak of 10/s: 1,200 open requests, above Envoy's default limit of 1,024.
 */
public final class OpenRequests {
    private OpenRequests() {}

    /**
     * The most that are open at the model's peak, rounded up, at least 1: each taken to stay as long as its caller may
     * wait; where nothing ends it, the long-lived connections of the spec, else as long as its longest silence.
     */
    public static long of(Model model) {
        if (model.atMost().isEmpty() && model.load().connections().isPresent()) {
            return Math.max(1, model.load().connections().getAsInt());
        }
        Duration stays = model.atMost().orElse(model.longestSilence());
        BigDecimal seconds = BigDecimal.valueOf(stays.toNanos(), 9);
        return model.load()
                .peak()
                .perSecond()
                .multiply(seconds)
                .setScale(0, RoundingMode.CEILING)
                .max(BigDecimal.ONE)
                .longValueExact();
    }
}

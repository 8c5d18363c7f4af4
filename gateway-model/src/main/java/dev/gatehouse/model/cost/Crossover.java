package dev.gatehouse.model.cost;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A load at which another design becomes the cheaper one. It is exact: a root of two straight pieces, or a step.
 *
 * @param factor the load as a multiple of the spec's
 * @param requestsPerMonth the requests of that load, to 34 digits
 * @param below the id of the design that is cheaper below it
 * @param above the id of the design that is cheaper above it
 */
public record Crossover(Ratio factor, BigDecimal requestsPerMonth, String below, String above) {
    static Crossover of(Ratio factor, BigDecimal requestsPerMonth, String below, String above) {
        return new Crossover(
                factor, factor.times(Ratio.of(requestsPerMonth)).toDecimal(MathContext.DECIMAL128), below, above);
    }
}

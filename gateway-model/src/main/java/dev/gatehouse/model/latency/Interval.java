package dev.gatehouse.model.latency;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.unit.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * A time of which only the ends are known.
 *
 * @param low the least
 * @param high the most
 */
public record Interval(Duration low, Duration high) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if {@code low} is above {@code high}
     */
    public Interval {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("an interval does not run from " + low + " down to " + high);
        }
    }

    /** What a fact says; a single number is an interval of one point. */
    static Interval of(Fact fact) {
        return new Interval(
                fact.min().or(fact::value).map(Quantity::toDuration).orElseThrow(),
                fact.max().or(fact::value).map(Quantity::toDuration).orElseThrow());
    }

    /** How far the ends are apart. */
    public Duration width() {
        return high.minus(low);
    }

    /** The same with 0 as its least. */
    Interval fromZero() {
        return new Interval(Duration.ZERO, high);
    }

    /** In milliseconds: {@code 6.6 to 29.5 ms}. */
    @Override
    public String toString() {
        return low.equals(high) ? millis(low) + " ms" : millis(low) + " to " + millis(high) + " ms";
    }

    /** A time in milliseconds, to the microsecond: {@code 6.6}. */
    public static String millis(Duration time) {
        return BigDecimal.valueOf(time.toNanos())
                .movePointLeft(6)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}

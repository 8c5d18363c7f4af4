package dev.gatehouse.model.unit;

import java.math.BigDecimal;
import java.util.List;

/**
 * How often something happens. {@code 9000/min} equals {@code 150/s}.
 *
 * @param perHour 0 or more, without trailing zeros; hours keep {@code /h}, {@code /min} and {@code /s} exact
 */
public record Rate(BigDecimal perHour) implements Comparable<Rate> {
    /** No events at all. */
    public static final Rate ZERO = new Rate(BigDecimal.ZERO);

    /**
     * Strips trailing zeros.
     *
     * @throws IllegalArgumentException if {@code perHour} is below 0
     */
    public Rate {
        if (perHour.signum() < 0) {
            throw new IllegalArgumentException("a rate is not below 0: '" + perHour.toPlainString() + "/h'");
        }
        perHour = perHour.stripTrailingZeros();
    }

    /** A rate per second. */
    public static Rate ofPerSecond(long perSecond) {
        return ofPerSecond(BigDecimal.valueOf(perSecond));
    }

    /** A rate per second. */
    public static Rate ofPerSecond(BigDecimal perSecond) {
        return new Rate(perSecond.multiply(Unit.PER_SECOND.factor()));
    }

    /**
     * Reads {@code 150/s}, {@code 9000/min}, {@code 0.5/h}.
     *
     * @throws IllegalArgumentException with a message for the user, if it is no rate
     */
    public static Rate parse(String text) {
        return new Rate(Quantity.parse(text, Dimension.RATE).base());
    }

    /** Events per second, to 34 digits. */
    public BigDecimal perSecond() {
        return Division.of(perHour, Unit.PER_SECOND.factor()).stripTrailingZeros();
    }

    /** Both together. */
    public Rate plus(Rate other) {
        return new Rate(perHour.add(other.perHour));
    }

    /** That many times as often. */
    public Rate times(BigDecimal factor) {
        return new Rate(perHour.multiply(factor));
    }

    @Override
    public int compareTo(Rate other) {
        return perHour.compareTo(other.perHour);
    }

    /** Exact: per second, or per minute or hour where a second would need endless decimals. */
    @Override
    public String toString() {
        for (Unit unit : List.of(Unit.PER_SECOND, Unit.PER_MINUTE)) {
            BigDecimal number = Division.of(perHour, unit.factor());
            if (number.multiply(unit.factor()).compareTo(perHour) == 0
                    && number.stripTrailingZeros().scale() <= 18) {
                return new Quantity(number, unit).toString();
            }
        }
        return new Quantity(perHour, Unit.PER_HOUR).toString();
    }
}

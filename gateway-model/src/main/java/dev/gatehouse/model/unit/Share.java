package dev.gatehouse.model.unit;

import java.math.BigDecimal;

/**
 * A part of a whole.
 *
 * @param percent 0 to 100, without trailing zeros
 */
public record Share(BigDecimal percent) implements Comparable<Share> {
    /**
     * Strips trailing zeros.
     *
     * @throws IllegalArgumentException if {@code percent} is not between 0 and 100
     */
    public Share {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException(
                    "a share is between 0 % and 100 %, not '" + percent.toPlainString() + " %'");
        }
        percent = percent.stripTrailingZeros();
    }

    /** A share of whole percents. */
    public static Share ofPercent(long percent) {
        return new Share(BigDecimal.valueOf(percent));
    }

    /** A share in percent. */
    public static Share ofPercent(BigDecimal percent) {
        return new Share(percent);
    }

    /**
     * Reads {@code 10 %} or {@code 99.95 %}.
     *
     * @throws IllegalArgumentException with a message for the user, if it is no share between 0 % and 100 %
     */
    public static Share parse(String text) {
        return new Share(Quantity.parse(text, Dimension.SHARE).number());
    }

    /** The share as a part of 1: 10 % is 0.1. */
    public BigDecimal fraction() {
        return percent.movePointLeft(2).stripTrailingZeros();
    }

    /** Whether it is a whole number of percents. */
    public boolean isWhole() {
        return percent.scale() <= 0;
    }

    @Override
    public int compareTo(Share other) {
        return percent.compareTo(other.percent);
    }

    /** What {@link #parse(String)} reads back: {@code 10 %}. */
    @Override
    public String toString() {
        return percent.toPlainString() + " %";
    }
}

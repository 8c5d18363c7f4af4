package dev.gatehouse.model.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with its unit, kept as it was written: {@code 29 s}, {@code 10 MiB}, {@code 10000/s}, {@code 99.9 %},
 * {@code 0.0225 USD} or a bare count. {@code 60 s} and {@code 1 min} compare by size but are not equal.
 *
 * @param number 0 or more (money may be negative), without trailing zeros
 * @param unit what it counts
 */
public record Quantity(BigDecimal number, Unit unit) implements Comparable<Quantity> {
    private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,18}(?:\\.[0-9]{1,18})?)[ ]*([^0-9.,]*)");
    private static final BigDecimal LONGEST_MILLIS =
            BigDecimal.valueOf(Duration.ofDays(36_500).toMillis());
    private static final BigDecimal MOST_BYTES = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final Comparator<Quantity> ORDER = Comparator.comparing(
                    (Quantity quantity) -> quantity.unit.dimension())
            .thenComparing(Quantity::base)
            .thenComparing(Quantity::unit);

    /**
     * Strips trailing zeros.
     *
     * @throws IllegalArgumentException if {@code number} is below 0 and not money, a time is finer than a nanosecond or
     *     longer than a century, or a size is no whole number of bytes or more than can be counted
     */
    public Quantity {
        number = number.stripTrailingZeros();
        String fault = fault(number, unit);
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException("'" + written(number, unit) + "' " + fault);
        }
    }

    private static String fault(BigDecimal number, Unit unit) {
        BigDecimal base = number.multiply(unit.factor()).stripTrailingZeros();
        if (number.signum() < 0) {
            return unit.dimension() == Dimension.MONEY ? "" : "is below 0";
        }
        return switch (unit.dimension()) {
            case TIME ->
                base.scale() > 6
                        ? "is finer than a nanosecond"
                        : base.compareTo(LONGEST_MILLIS) > 0 ? "is longer than a century" : "";
            case SIZE ->
                base.scale() > 0
                        ? "is no whole number of bytes"
                        : base.compareTo(MOST_BYTES) > 0 ? "is more than can be counted" : "";
            case COUNT, RATE, SHARE, MONEY -> "";
        };
    }

    /** A quantity of a whole number of units. */
    public static Quantity of(long number, Unit unit) {
        return new Quantity(BigDecimal.valueOf(number), unit);
    }

    /**
     * Reads {@code 29 s}, {@code 150/s}, {@code 10 %}, {@code 3000 USD}, {@code 100}; the blank before the unit may be
     * left out.
     *
     * @throws IllegalArgumentException with a message for the user, if it is no number with a known unit
     */
    public static Quantity parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no number with a unit (digits, a point for decimals, then the unit)");
        }
        String symbol = matcher.group(2);
        Unit unit = Unit.ofSymbol(symbol)
                .orElseThrow(() -> new IllegalArgumentException("'" + symbol + "' in '" + text + "' is no unit"));
        return new Quantity(new BigDecimal(matcher.group(1)), unit);
    }

    /** As {@link #parse(String)}, and the unit must be of {@code wanted}. */
    static Quantity parse(String text, Dimension wanted) {
        String hint = wanted.words() + " such as '" + wanted.example() + "' (" + String.join(", ", Unit.symbols(wanted))
                + ")";
        Quantity quantity;
        try {
            quantity = parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + "; write " + hint, e);
        }
        if (quantity.unit.dimension() == Dimension.COUNT) {
            throw new IllegalArgumentException("'" + text + "' has no unit; write " + hint);
        }
        if (quantity.unit.dimension() != wanted) {
            throw new IllegalArgumentException(
                    "'" + text + "' is " + quantity.unit.dimension().words() + ", not " + hint);
        }
        return quantity;
    }

    /** What the unit measures. */
    public Dimension dimension() {
        return unit.dimension();
    }

    /** The same amount in the smallest unit of its dimension: milliseconds, bytes, per hour, percent, dollars, ones. */
    BigDecimal base() {
        return number.multiply(unit.factor());
    }

    /**
     * How many percent of {@code whole} this is, to one decimal: 690/s of 10000/s are 6.9.
     *
     * @throws IllegalArgumentException if the two are of different dimensions, or {@code whole} is 0
     */
    public BigDecimal percentOf(Quantity whole) {
        if (dimension() != whole.dimension() || whole.number.signum() == 0) {
            throw new IllegalArgumentException(this + " is no part of " + whole);
        }
        return base().movePointRight(2).divide(whole.base(), 1, RoundingMode.HALF_UP);
    }

    /**
     * The time.
     *
     * @throws IllegalStateException if it is no time
     */
    public Duration toDuration() {
        expect(Dimension.TIME);
        return Duration.ofNanos(base().movePointRight(6).longValueExact());
    }

    /**
     * The size.
     *
     * @throws IllegalStateException if it is no size
     */
    public DataSize toDataSize() {
        expect(Dimension.SIZE);
        return DataSize.ofBytes(base().longValueExact());
    }

    /**
     * The rate.
     *
     * @throws IllegalStateException if it is no rate
     */
    public Rate toRate() {
        expect(Dimension.RATE);
        return new Rate(base());
    }

    /**
     * The share.
     *
     * @throws IllegalStateException if it is no share
     */
    public Share toShare() {
        expect(Dimension.SHARE);
        return Share.ofPercent(number);
    }

    /**
     * The money.
     *
     * @throws IllegalStateException if it is no money
     */
    public Money toMoney() {
        expect(Dimension.MONEY);
        return new Money(number, unit.symbol());
    }

    /**
     * The count.
     *
     * @throws IllegalStateException if it has a unit
     */
    public BigDecimal toCount() {
        expect(Dimension.COUNT);
        return number;
    }

    private void expect(Dimension wanted) {
        if (dimension() != wanted) {
            throw new IllegalStateException(this + " is " + dimension().words() + ", not " + wanted.words());
        }
    }

    /** By dimension, then by amount whatever the unit, then by unit. */
    @Override
    public int compareTo(Quantity other) {
        return ORDER.compare(this, other);
    }

    /** What {@link #parse(String)} reads back. */
    @Override
    public String toString() {
        return written(number, unit);
    }

    private static String written(BigDecimal number, Unit unit) {
        String plain = number.toPlainString();
        return switch (unit.dimension()) {
            case COUNT -> plain;
            case RATE -> plain + unit.symbol();
            case TIME, SIZE, SHARE, MONEY -> plain + " " + unit.symbol();
        };
    }
}

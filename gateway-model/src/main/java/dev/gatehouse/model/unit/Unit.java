package dev.gatehouse.model.unit;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The units that specs, fact sheets and outputs know. */
public enum Unit {
    /** No unit: a count. */
    ONE("", Dimension.COUNT, "1"),
    /** Milliseconds. */
    MILLISECOND("ms", Dimension.TIME, "1"),
    /** Seconds. */
    SECOND("s", Dimension.TIME, "1000"),
    /** Minutes. */
    MINUTE("min", Dimension.TIME, "60000"),
    /** Hours. */
    HOUR("h", Dimension.TIME, "3600000"),
    /** Days of 24 hours. */
    DAY("d", Dimension.TIME, "86400000"),
    /** Bytes. */
    BYTE("B", Dimension.SIZE, "1"),
    /** 1,000 bytes. */
    KILOBYTE("KB", Dimension.SIZE, "1000"),
    /** 1,000,000 bytes. */
    MEGABYTE("MB", Dimension.SIZE, "1000000"),
    /** 1,000,000,000 bytes. */
    GIGABYTE("GB", Dimension.SIZE, "1000000000"),
    /** 1,024 bytes. */
    KIBIBYTE("KiB", Dimension.SIZE, "1024"),
    /** 1,048,576 bytes. */
    MEBIBYTE("MiB", Dimension.SIZE, "1048576"),
    /** 1,073,741,824 bytes. */
    GIBIBYTE("GiB", Dimension.SIZE, "1073741824"),
    /** Per second. */
    PER_SECOND("/s", Dimension.RATE, "3600"),
    /** Per minute. */
    PER_MINUTE("/min", Dimension.RATE, "60"),
    /** Per hour. */
    PER_HOUR("/h", Dimension.RATE, "1"),
    /** Hundredths of a whole. */
    PERCENT("%", Dimension.SHARE, "1"),
    /** United States dollars. */
    USD("USD", Dimension.MONEY, "1");

    private final String symbol;
    private final Dimension dimension;
    private final BigDecimal factor;

    Unit(String symbol, Dimension dimension, String factor) {
        this.symbol = symbol;
        this.dimension = dimension;
        this.factor = new BigDecimal(factor);
    }

    /** The unit as written after a number; empty for {@link #ONE}. */
    public String symbol() {
        return symbol;
    }

    /** What the unit measures. */
    public Dimension dimension() {
        return dimension;
    }

    /**
     * How many of the smallest unit of its dimension one of this unit is: milliseconds, bytes, per hour, percent,
     * dollars.
     */
    BigDecimal factor() {
        return factor;
    }

    /** The unit with that symbol. Case counts: {@code kb} and {@code m} are no units. */
    public static Optional<Unit> ofSymbol(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst();
    }

    /** The symbols of a dimension, smallest first: {@code ms, s, min, h, d}. */
    public static List<String> symbols(Dimension dimension) {
        return Arrays.stream(values())
                .filter(unit -> unit.dimension == dimension)
                .map(Unit::symbol)
                .toList();
    }
}

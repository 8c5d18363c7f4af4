package dev.gatehouse.model.unit;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An amount of data. KB, MB and GB are powers of ten, KiB, MiB and GiB powers of two.
 *
 * @param bytes 0 or more
 */
public record DataSize(long bytes) implements Comparable<DataSize> {
    private static final List<Unit> DECIMAL = List.of(Unit.GIGABYTE, Unit.MEGABYTE, Unit.KILOBYTE, Unit.BYTE);
    private static final List<Unit> BINARY = List.of(Unit.GIBIBYTE, Unit.MEBIBYTE, Unit.KIBIBYTE, Unit.BYTE);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if {@code bytes} is below 0
     */
    public DataSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size is not below 0: '" + bytes + " B'");
        }
    }

    /** A size in bytes. */
    public static DataSize ofBytes(long bytes) {
        return new DataSize(bytes);
    }

    /** A size in KB of 1,000 bytes. */
    public static DataSize ofKilobytes(long kilobytes) {
        return new DataSize(Math.multiplyExact(kilobytes, 1000L));
    }

    /** A size in KiB of 1,024 bytes. */
    public static DataSize ofKibibytes(long kibibytes) {
        return new DataSize(Math.multiplyExact(kibibytes, 1024L));
    }

    /**
     * Reads {@code 6 KB}, {@code 1.5 MB}, {@code 16 KiB}.
     *
     * @throws IllegalArgumentException with a message for the user, if it is no size or no whole number of bytes
     */
    public static DataSize parse(String text) {
        return Quantity.parse(text, Dimension.SIZE).toDataSize();
    }

    @Override
    public int compareTo(DataSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** Exact, in the unit that reads best: {@code 6 KB}, {@code 16 KiB}, {@code 1500 B}. */
    @Override
    public String toString() {
        Quantity decimal = largest(DECIMAL);
        if (decimal.number().compareTo(BigDecimal.valueOf(1000)) < 0) {
            return decimal.toString();
        }
        return Stream.of(decimal, largest(BINARY))
                .min(Comparator.comparing(Quantity::number))
                .orElse(decimal)
                .toString();
    }

    private Quantity largest(List<Unit> units) {
        Unit whole = units.stream()
                .filter(unit -> bytes % unit.factor().longValueExact() == 0)
                .findFirst()
                .orElse(Unit.BYTE);
        return Quantity.of(bytes / whole.factor().longValueExact(), bytes == 0 ? Unit.BYTE : whole);
    }
}

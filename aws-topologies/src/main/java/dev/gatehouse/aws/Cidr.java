package dev.gatehouse.aws;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A range of IPv4 addresses.
 *
 * @param first its first address as a number
 * @param bits how many leading bits its addresses have in common, 0 to 32
 */
record Cidr(long first, int bits) {
    private static final int WIDTH = 32;

    /** How many bits number the eight parts that a created network is cut into. */
    private static final int EIGHTHS = 3;

    /** From text such as {@code 10.20.0.0/16}; bits behind the prefix are ignored, as EC2 does. */
    static Cidr of(String text) {
        String[] parts = text.split("/", -1);
        long number = 0;
        for (String octet : List.of(parts[0].split("\\.", -1))) {
            number = number * 256 + Integer.parseInt(octet);
        }
        int bits = Integer.parseInt(parts[1]);
        long size = 1L << (WIDTH - bits);
        return new Cidr(number / size * size, bits);
    }

    /** How many addresses it has. */
    long size() {
        return 1L << (WIDTH - bits);
    }

    /**
     * One of eight equal parts: a place that stays where it is, however many zones a platform has.
     *
     * @param at 0 to 7
     */
    Cidr eighth(int at) {
        return new Cidr(first + at * (size() >> EIGHTHS), bits + EIGHTHS);
    }

    /** The address that many below the last one. */
    String fromLast(long below) {
        return dotted(first + size() - 1 - below);
    }

    private static String dotted(long address) {
        return Stream.of(24, 16, 8, 0)
                .map(shift -> String.valueOf(address >> shift & 255))
                .collect(Collectors.joining("."));
    }

    @Override
    public String toString() {
        return dotted(first) + "/" + bits;
    }
}

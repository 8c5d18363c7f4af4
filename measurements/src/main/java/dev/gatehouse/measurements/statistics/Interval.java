package dev.gatehouse.measurements.statistics;

/**
 * From the lowest to the highest value that the data don't speak against.
 *
 * @param low at most {@code high}
 * @param high at least {@code low}
 */
public record Interval(double low, double high) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if they are the wrong way round, or no numbers
     */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval goes up, not from " + low + " to " + high);
        }
    }

    /** Whether {@code value} is in it, ends included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}

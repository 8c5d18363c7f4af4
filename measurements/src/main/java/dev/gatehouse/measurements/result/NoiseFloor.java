package dev.gatehouse.measurements.result;

/**
 * What a design differs from itself: the smallest difference that this run could tell from noise.
 *
 * @param design the contestant that ran twice
 * @param twin its second name
 * @param p50 the median of the differences of the rounds' medians, with its interval
 * @param level of the interval: 95 %, corrected for the number of pairs
 */
public record NoiseFloor(String design, String twin, Estimate p50, double level) {
    /** The larger end of the interval: differences below it are noise. */
    public long nanos() {
        return Math.max(Math.abs(p50.lowNanos()), Math.abs(p50.highNanos()));
    }
}

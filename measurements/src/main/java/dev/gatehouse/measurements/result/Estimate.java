package dev.gatehouse.measurements.result;

import dev.gatehouse.measurements.statistics.Interval;
import dev.gatehouse.measurements.statistics.MedianBootstrap;

/**
 * A figure with its interval, in nanoseconds. Of a difference it may be below 0.
 *
 * @param nanos the figure
 * @param lowNanos lower end of its interval
 * @param highNanos upper end of its interval
 */
public record Estimate(long nanos, long lowNanos, long highNanos) {
    static Estimate of(double value, Interval interval) {
        return new Estimate(awayFromZero(value), awayFromZero(interval.low()), awayFromZero(interval.high()));
    }

    static Estimate of(MedianBootstrap bootstrap, double level) {
        return of(bootstrap.median(), bootstrap.interval(level));
    }

    /** Half a nanosecond is not nothing: an end that is not 0 does not become 0. */
    private static long awayFromZero(double nanos) {
        return (long) (nanos < 0 ? Math.floor(nanos) : Math.ceil(nanos));
    }

    /** Whether the interval holds 0. */
    public boolean holdsZero() {
        return lowNanos <= 0 && 0 <= highNanos;
    }
}

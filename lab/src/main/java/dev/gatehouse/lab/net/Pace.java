package dev.gatehouse.lab.net;

import java.time.Duration;

/**
 * How fast the lab's clock runs: at a factor of 100 a stream of 120 s and an idle timeout of 350 s take 1.2 s and 3.5
 * s. Everything in one lab that waits, times out or fills a bucket goes by the same pace, so that which limit strikes
 * first stays the same. Immutable.
 */
public final class Pace {
    /** A second takes a second. */
    public static final Pace REAL = new Pace(1);

    private static final long START = System.nanoTime();

    private final int factor;

    private Pace(int factor) {
        this.factor = factor;
    }

    /**
     * A clock that runs faster.
     *
     * @param factor 1 to 10,000
     * @throws IllegalArgumentException if it is not
     */
    public static Pace times(int factor) {
        if (factor < 1 || factor > 10_000) {
            throw new IllegalArgumentException("a lab's clock runs 1 to 10,000 times as fast, not " + factor);
        }
        return new Pace(factor);
    }

    /** How many times as fast as real time. */
    public int factor() {
        return factor;
    }

    /** How many real nanoseconds such a time of the lab takes; at least 1 unless it is zero. */
    public long nanos(Duration time) {
        if (time.isZero()) {
            return 0;
        }
        return Math.max(1, time.dividedBy(factor).toNanos());
    }

    /** The lab's clock in nanoseconds, from an arbitrary beginning. */
    public long now() {
        return (System.nanoTime() - START) * factor;
    }
}

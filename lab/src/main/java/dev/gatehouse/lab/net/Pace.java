package dev.gatehouse.lab.net;

import java.time.Duration;

/**
 * How fast the lab's clock runs: at a factor of 100 a stream of 120 s and an idle timeout of 350 s take 1.2 s and 3.5
 * s; slowed by 8 a time limit of 500 ms takes 4 s, which a busy machine keeps too. Everything in one lab that waits,
 * times out or fills a bucket goes by the same pace, so that which limit strikes first stays the same. Immutable.
 */
public final class Pace {
    /** A second takes a second. */
    public static final Pace REAL = new Pace(1, 1);

    private static final long START = System.nanoTime();

    private final int factor;
    private final int slowness;

    private Pace(int factor, int slowness) {
        this.factor = factor;
        this.slowness = slowness;
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
        return new Pace(factor, 1);
    }

    /**
     * The same clock, slowed down. One that is first made 80 times as fast and then slowed by 8 runs 10 times as fast,
     * and gives what no clock makes faster 8 times as long.
     *
     * @param by 1 to 10,000
     * @throws IllegalArgumentException if it is not
     */
    public Pace slowed(int by) {
        if (by < 1 || by > 10_000) {
            throw new IllegalArgumentException("a lab's clock is slowed 1 to 10,000 times, not " + by);
        }
        return new Pace(factor, Math.multiplyExact(slowness, by));
    }

    /** How many times as fast as real time it runs before it is slowed. */
    public int factor() {
        return factor;
    }

    /** Whether a second takes a second. */
    public boolean isReal() {
        return factor == slowness;
    }

    /** How many real nanoseconds such a time of the lab takes; at least 1 unless it is zero. */
    public long nanos(Duration time) {
        if (time.isZero()) {
            return 0;
        }
        return Math.max(1, time.multipliedBy(slowness).dividedBy(factor).toNanos());
    }

    /** How long something may last that no clock makes faster, such as a handshake: longer where it is slowed. */
    public Duration unhurried(Duration time) {
        return time.multipliedBy(slowness);
    }

    /** The lab's clock in nanoseconds, from an arbitrary beginning. */
    public long now() {
        long real = System.nanoTime() - START;
        return slowness == 1 ? real * factor : Math.multiplyExact(real, (long) factor) / slowness;
    }
}

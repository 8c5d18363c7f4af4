package dev.gatehouse.load;

/**
 * How closely requests leave at their moments: who watches the clock instead of sleeping is on time to a few
 * microseconds, and takes a core for as long as it watches.
 *
 * @param watchedNanos how long the metronome watches before each moment
 * @param wakingNanos how much earlier an event loop is woken, which watches from then on
 */
record Precision(long watchedNanos, long wakingNanos) {
    /** For latencies: 250 µs of watching before each request, at 200 requests a second 5 % of a core. */
    static final Precision FINE = new Precision(100_000, 150_000);

    /**
     * For knees, where the path is to give way to its load and not to a generator that watches the clock: at 2,000
     * requests a second that would take half a core. Late by some 0.1 ms.
     */
    static final Precision COARSE = new Precision(0, 0);
}

package dev.gatehouse.lab.check;

/** Counts in windows that follow each other: a rate-based rule, without its delay. Thread-safe. */
final class RateWindow {
    private final long nanos;
    private final long limit;
    private long began;
    private long count;

    RateWindow(long nanos, long limit, long now) {
        this.nanos = nanos;
        this.limit = limit;
        this.began = now;
    }

    synchronized boolean take(long now) {
        if (now - began >= nanos) {
            began = now - (now - began) % nanos;
            count = 0;
        }
        count++;
        return count <= limit;
    }
}

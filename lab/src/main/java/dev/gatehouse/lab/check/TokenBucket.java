package dev.gatehouse.lab.check;

import java.util.concurrent.TimeUnit;

/** A bucket that holds so many requests and fills at a rate. Thread-safe. */
final class TokenBucket {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final double perNano;
    private final double most;
    private double tokens;
    private long filled;

    /** A full bucket. */
    TokenBucket(double perSecond, int burst, long now) {
        this.perNano = perSecond / (double) SECOND;
        this.most = burst;
        this.tokens = burst;
        this.filled = now;
    }

    synchronized boolean take(long now) {
        tokens = Math.min(most, tokens + perNano * (double) Math.max(0, now - filled));
        filled = Math.max(filled, now);
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}

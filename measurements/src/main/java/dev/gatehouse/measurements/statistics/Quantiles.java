package dev.gatehouse.measurements.statistics;

import java.util.OptionalLong;
import org.HdrHistogram.Histogram;

/** Quantiles that enough requests speak for. */
public final class Quantiles {
    /** How many requests must lie beyond a quantile. */
    public static final int BEYOND = 100;

    private Quantiles() {}

    /**
     * A quantile of a histogram.
     *
     * @param part such as 0.99
     * @return empty with fewer than {@link #BEYOND} requests beyond it: a p99 takes 10,000
     */
    public static OptionalLong of(Histogram histogram, double part) {
        return isKnown(histogram.getTotalCount(), part)
                ? OptionalLong.of(histogram.getValueAtPercentile(part * 100))
                : OptionalLong.empty();
    }

    /** Whether enough of that many requests lie beyond a quantile. */
    public static boolean isKnown(long requests, double part) {
        return requests * (1 - part) >= BEYOND - 1e-6;
    }
}

package dev.gatehouse.measurements.recording;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What one contestant's run, or several of them together, showed. Immutable: histograms are copied on the way in and
 * out.
 */
public final class Recording {
    /** A histogram keeps this many decimal digits: a value of 5 ms is known to 4 µs or better. */
    public static final int DIGITS = 3;

    private final Tally tally;
    private final Map<Timing, Histogram> histograms;
    private final long spanNanos;

    /**
     * Joins a tally with its times.
     *
     * @param histograms nanoseconds; a timing without one was never recorded
     * @param span from the schedule's start to the last request that was sent
     * @throws IllegalArgumentException if they don't count the same requests: lag is of all that were sent, response
     *     and service time of those that were answered or timed out
     */
    public Recording(Tally tally, Map<Timing, Histogram> histograms, Duration span) {
        this.tally = tally;
        this.histograms = new EnumMap<>(Timing.class);
        histograms.forEach((timing, histogram) -> this.histograms.put(timing, copy(histogram)));
        this.spanNanos = span.toNanos();
        expect(Timing.LAG, tally.sent());
        expect(Timing.RESPONSE, tally.ok() + tally.timedOut());
        expect(Timing.SERVICE, tally.ok() + tally.timedOut());
    }

    /** Nothing was sent. */
    public static Recording none() {
        return new Recording(Tally.NONE, Map.of(), Duration.ZERO);
    }

    /** All of them together, bucket for bucket, as if one recorder had seen it all. */
    public static Recording merged(List<Recording> parts) {
        Tally tally = Tally.NONE;
        Map<Timing, Histogram> sums = new EnumMap<>(Timing.class);
        long span = 0;
        for (Recording part : parts) {
            tally = tally.plus(part.tally);
            part.histograms.forEach((timing, histogram) ->
                    sums.computeIfAbsent(timing, none -> empty()).add(histogram));
            span = Math.max(span, part.spanNanos);
        }
        return new Recording(tally, sums, Duration.ofNanos(span));
    }

    /** What became of the requests. */
    public Tally tally() {
        return tally;
    }

    /** A copy of the histogram of one timing, in nanoseconds; empty if there were none. */
    public Histogram histogram(Timing timing) {
        Histogram known = histograms.get(timing);
        return known == null ? empty() : copy(known);
    }

    /** How many times of one timing there are. */
    public long count(Timing timing) {
        Histogram known = histograms.get(timing);
        return known == null ? 0 : known.getTotalCount();
    }

    /** The time in nanoseconds that a part such as 0.5 of all times don't exceed; 0 if there are none. */
    public long quantileNanos(Timing timing, double part) {
        Histogram known = histograms.get(timing);
        return known == null ? 0 : known.getValueAtPercentile(part * 100);
    }

    /** From the schedule's start to the last request that was sent. */
    public Duration span() {
        return Duration.ofNanos(spanNanos);
    }

    static Histogram empty() {
        return new Histogram(DIGITS);
    }

    private static Histogram copy(Histogram histogram) {
        Histogram copy = empty();
        copy.add(histogram);
        return copy;
    }

    private void expect(Timing timing, long count) {
        long recorded = count(timing);
        if (recorded != count) {
            throw new IllegalArgumentException("the recorder has " + recorded + " times of " + timing.word() + " for "
                    + count + " requests that must have one");
        }
    }
}

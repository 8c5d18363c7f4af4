package dev.gatehouse.measurements.result;

import dev.gatehouse.measurements.recording.Tally;
import dev.gatehouse.measurements.recording.Timing;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One contestant over all rounds. Times are response times unless they say otherwise; one that too few requests speak
 * for is left out.
 *
 * @param name the contestant
 * @param scheduled requests that the schedule holds, over all rounds
 * @param tally what became of those that were sent
 * @param achieved the part of the offered rate that was reached, of all rounds together
 * @param p50 median of the rounds' medians, with its interval over rounds
 * @param p90 median of the rounds' 90th percentiles, with its interval over rounds
 * @param p99 of all rounds together, with an interval that resamples whole rounds
 * @param serviceP50Nanos median of all rounds' service times
 * @param lagP50Nanos median of the generator's own delay
 * @param lagP99Nanos 99th percentile of the generator's own delay
 * @param timings p50, p90 and p99 in nanoseconds of what streams showed
 * @param variants which variants of the models answered
 */
public record Summary(
        String name,
        long scheduled,
        Tally tally,
        double achieved,
        Optional<Estimate> p50,
        Optional<Estimate> p90,
        Optional<Estimate> p99,
        long serviceP50Nanos,
        long lagP50Nanos,
        long lagP99Nanos,
        SortedMap<Timing, List<Long>> timings,
        List<Variant> variants) {
    /** Copies the collections. */
    public Summary {
        timings = Collections.unmodifiableSortedMap(new TreeMap<>(timings));
        variants = List.copyOf(variants);
    }

    /** Requests that failed or timed out, by what became of them; for texts. */
    public Map<String, Long> losses() {
        Map<String, Long> losses = new TreeMap<>();
        tally.failed().forEach((failure, count) -> losses.put(failure.toString(), count));
        if (tally.timedOut() > 0) {
            losses.put("timed out", tally.timedOut());
        }
        return losses;
    }

    /** Streamed answers that came to their end, of all models. */
    public long wholeStreams() {
        return streams("/whole");
    }

    /** Streamed answers that began and broke off: each is a failure of the kind {@code cut} too. */
    public long truncatedStreams() {
        return streams("/truncated");
    }

    private long streams(String how) {
        return tally.counts().entrySet().stream()
                .filter(count ->
                        count.getKey().startsWith("stream/") && count.getKey().endsWith(how))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}

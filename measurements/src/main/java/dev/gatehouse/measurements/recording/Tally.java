package dev.gatehouse.measurements.recording;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the requests of a run. Whatever was sent is in exactly one of the three: {@link #sent} is their sum
 * and can't be anything else.
 *
 * @param ok with the answer that was asked for
 * @param failed by kind and hop; no zeros
 * @param timedOut without an answer when the limit was reached
 * @param counts what else was counted of them, by a word such as {@code variant/fraud/canary}; no part of the sum
 */
public record Tally(long ok, SortedMap<Failure, Long> failed, long timedOut, SortedMap<String, Long> counts) {
    /** Nothing was sent. */
    public static final Tally NONE = new Tally(0, new TreeMap<>(), 0, new TreeMap<>());

    /**
     * Copies both maps.
     *
     * @throws IllegalArgumentException if a number is below 0
     */
    public Tally {
        failed = Collections.unmodifiableSortedMap(new TreeMap<>(failed));
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        if (ok < 0 || timedOut < 0 || failed.values().stream().anyMatch(count -> count <= 0)) {
            throw new IllegalArgumentException("a tally counts up from nothing");
        }
    }

    /** All that were sent. */
    public long sent() {
        return ok + failures() + timedOut;
    }

    /** All that failed. */
    public long failures() {
        return failed.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The part that failed or timed out, from 0 to 1; 0 if nothing was sent. */
    public double failedShare() {
        return sent() == 0 ? 0 : (double) (failures() + timedOut) / sent();
    }

    /** Both together. */
    public Tally plus(Tally other) {
        return new Tally(
                ok + other.ok, sum(failed, other.failed), timedOut + other.timedOut, sum(counts, other.counts));
    }

    private static <K extends Comparable<K>> SortedMap<K, Long> sum(Map<K, Long> a, Map<K, Long> b) {
        SortedMap<K, Long> sum = new TreeMap<>(a);
        b.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }
}

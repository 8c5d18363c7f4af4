package dev.gatehouse.lab.stage;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a stage has done since it began, at one moment.
 *
 * @param hop the kind of the hop that it stands in for
 * @param door which of the hop's listeners, such as {@code edge} or {@code public}
 * @param connections connections that clients opened
 * @param requests requests that arrived; 0 at layer 4
 * @param passed requests whose answer came from behind and went out whole; at layer 4 connections that ended in order
 * @param refused requests, and at layer 4 connections, that ended otherwise, by {@link Reason#word}
 */
public record StageCounts(
        String hop, String door, long connections, long requests, long passed, SortedMap<String, Long> refused) {
    /** Copies {@code refused}. */
    public StageCounts {
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
    }

    /** Everything that ended otherwise than passed. */
    public long refusedInAll() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many ended for that reason. */
    public long refused(Reason reason) {
        return refused.getOrDefault(reason.word(), 0L);
    }
}

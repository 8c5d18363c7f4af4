package dev.gatehouse.model.latency;

import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import java.time.Duration;

/**
 * What one hop adds to an answer's time at the median, on a warm connection.
 *
 * @param hop the hop
 * @param what {@code added} by the hop itself, or {@code added-cross-zone} on the way behind it
 * @param low the least
 * @param high the most
 * @param fact how it is known
 */
public record AddedTime(HopKind hop, String what, Duration low, Duration high, Fact fact) {
    /** How it is known. */
    public Evidence evidence() {
        return fact.evidence();
    }
}

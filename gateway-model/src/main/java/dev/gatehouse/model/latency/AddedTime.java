package dev.gatehouse.model.latency;

import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import java.time.Duration;
import java.util.Optional;

/**
 * What one hop adds to an answer's time at the median, on a warm connection.
 *
 * @param hop the hop
 * @param what {@code added} by the hop itself, or {@code added-cross-zone} on the way behind it
 * @param low the least
 * @param high the most
 * @param fact how it is known
 * @param instead the interval that would stand here without a fact of one's own, if {@code fact} is one
 */
public record AddedTime(HopKind hop, String what, Duration low, Duration high, Fact fact, Optional<Interval> instead) {
    /** How it is known. */
    public Evidence evidence() {
        return fact.evidence();
    }
}

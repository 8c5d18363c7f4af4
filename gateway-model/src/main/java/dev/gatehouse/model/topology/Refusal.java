package dev.gatehouse.model.topology;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import java.util.List;

/**
 * Why a hop was not chosen to keep a promise.
 *
 * @param hop which hop
 * @param why why not, one line
 * @param facts what that rests on
 */
public record Refusal(HopKind hop, String why, List<Fact> facts) {
    /** Copies {@code facts}. */
    public Refusal {
        facts = List.copyOf(facts);
    }
}

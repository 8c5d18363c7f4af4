package dev.gatehouse.model.compare;

import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.Condition;
import java.util.List;
import java.util.Optional;

/**
 * A promise that is kept.
 *
 * @param keeper the hop that keeps it; empty where the path as a whole does
 * @param backstops hops that would keep it too, if the keeper failed
 * @param why how, in one line
 * @param conditions what must be seen to
 */
public record Kept(Optional<HopKind> keeper, List<HopKind> backstops, String why, List<Condition> conditions)
        implements Outcome {
    /** Copies the lists. */
    public Kept {
        backstops = List.copyOf(backstops);
        conditions = List.copyOf(conditions);
    }

    /** {@link State#CONDITIONAL} if a condition is yours, else {@link State#KEPT}. */
    @Override
    public State state() {
        for (Condition condition : conditions) {
            if (condition.isYours()) {
                return State.CONDITIONAL;
            }
        }
        return State.KEPT;
    }
}

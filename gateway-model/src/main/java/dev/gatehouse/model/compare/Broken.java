package dev.gatehouse.model.compare;

import dev.gatehouse.model.hop.HopKind;
import java.util.List;

/**
 * A promise that no hop of the design can keep.
 *
 * @param dueTo the hop that breaks it, or that would have to keep it
 * @param why why, in one line
 * @param cures what would fix it, the nearest first
 */
public record Broken(HopKind dueTo, String why, List<Cure> cures) implements Outcome {
    /** Copies {@code cures}. */
    public Broken {
        cures = List.copyOf(cures);
    }

    @Override
    public State state() {
        return State.BROKEN;
    }
}

package dev.gatehouse.load;

import dev.gatehouse.measurements.plan.Plan;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * When each turn of a run may begin at the earliest, so that generators on several machines send the parts of one turn
 * at one time. A slot is so long that whatever a turn sent has been answered or has timed out before the next begins.
 *
 * @param first when the first turn of the plan begins, on the clock of {@link System#nanoTime}; empty: each turn begins
 *     when the one before has ended
 * @param slot from the beginning of one turn to that of the next
 */
record Slots(OptionalLong first, Duration slot) {
    /** For the only generator of a run. */
    static final Slots NONE = new Slots(OptionalLong.empty(), Duration.ZERO);

    /** The slots of a plan whose first turn begins at a moment of {@link System#nanoTime}. */
    static Slots from(long firstNanos, Plan plan) {
        return new Slots(OptionalLong.of(firstNanos), plan.slot());
    }

    /**
     * When a turn may begin; empty: at once.
     *
     * @param place its place in the whole run, from 0
     */
    OptionalLong begin(int place) {
        return first.isEmpty() ? first : OptionalLong.of(first.getAsLong() + place * slot.toNanos());
    }
}

package dev.gatehouse.model.compare;

import java.util.Comparator;

/** Which design is better. */
final class Ranking {
    static final Comparator<DesignAnswer> BEST_FIRST = Comparator.comparingLong(
                    (DesignAnswer answer) -> answer.count(State.BROKEN))
            .thenComparingLong(answer -> answer.count(State.UNKNOWN))
            .thenComparingInt(answer -> answer.conditionsOfYours().size())
            .thenComparingInt(answer -> answer.topology().hops().size());

    private Ranking() {}
}

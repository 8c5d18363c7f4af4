package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.Condition;
import java.util.List;
import java.util.Optional;

/**
 * An answer to one question, before it has a place in the table.
 *
 * @param outcome what it says
 * @param facts what it rests on, the deciding one first
 */
record Answered(Outcome outcome, List<Fact> facts) {
    Answered {
        facts = List.copyOf(facts);
    }

    static Answered kept(String why, List<Condition> conditions, List<Fact> facts) {
        return new Answered(new Kept(Optional.empty(), List.of(), why, conditions), facts);
    }

    static Answered keptBy(HopKind keeper, String why, List<Condition> conditions, List<Fact> facts) {
        return new Answered(new Kept(Optional.of(keeper), List.of(), why, conditions), facts);
    }

    /** @param cures what in the spec could be said otherwise; it is tried, and paths that keep it are added, later */
    static Answered broken(HopKind dueTo, String why, List<Cure> cures, List<Fact> facts) {
        return new Answered(new Broken(dueTo, why, cures), facts);
    }
}

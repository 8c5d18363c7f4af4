package dev.gatehouse.model.topology;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Requirement;
import java.util.List;
import java.util.Optional;

/**
 * Which hop keeps a promise on an entry, and why not another.
 *
 * @param requirement the promise
 * @param entry where
 * @param keeper the hop that keeps it; empty if none can
 * @param uncertain whether the keeper is only thought to be able to
 * @param how how it keeps it, or why none can; one line
 * @param conditions what must be seen to
 * @param backstops hops that could keep it too, edge first
 * @param refused every other hop of the path that bytes meet, edge first, with the reason
 * @param facts what the answer rests on, the deciding one first
 */
public record Keeping(
        Requirement requirement,
        Entry entry,
        Optional<HopKind> keeper,
        boolean uncertain,
        String how,
        List<Condition> conditions,
        List<HopKind> backstops,
        List<Refusal> refused,
        List<Fact> facts) {
    /** Copies the lists. */
    public Keeping {
        conditions = List.copyOf(conditions);
        backstops = List.copyOf(backstops);
        refused = List.copyOf(refused);
        facts = List.copyOf(facts);
    }
}

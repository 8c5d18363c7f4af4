package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.spec.Waiver;
import java.util.List;
import java.util.Optional;

/**
 * One answer: a row of the comparison, for one entry, and for one model only where models differ.
 *
 * @param row the row's id, such as {@code web-firewall}
 * @param entry the entry's name; empty: for the whole platform
 * @param model the model's name; empty: for every model of the entry
 * @param outcome what it says
 * @param facts what it rests on, the deciding one first
 * @param change how today's answer differs, where the comparison is of an earlier day and it does
 * @param waiver who answers for it, where it is broken and waived
 */
public record Cell(
        String row,
        Optional<String> entry,
        Optional<String> model,
        Outcome outcome,
        List<Fact> facts,
        Optional<Change> change,
        Optional<Waiver> waiver) {
    /**
     * How today's answer differs from that of the day compared.
     *
     * @param today what the cell comes to today
     * @param by the facts that began or ended in between, each with the launch that did it
     */
    public record Change(State today, List<Fact> by) {
        /** Copies {@code by}. */
        public Change {
            by = List.copyOf(by);
        }
    }

    /** Copies {@code facts}. */
    public Cell {
        facts = List.copyOf(facts);
    }

    /** The same cell, saying something else. */
    Cell with(Outcome other) {
        return new Cell(row, entry, model, other, facts, change, waiver);
    }

    /** What it comes to. */
    public State state() {
        return outcome.state();
    }

    /** How it is known: as weak as the weakest fact that it rests on; empty where it rests on the spec alone. */
    public Optional<Evidence> evidence() {
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Evidence.weakest(facts.stream().map(Fact::evidence).toList()));
    }
}

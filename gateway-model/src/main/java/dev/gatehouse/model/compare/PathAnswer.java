package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Topology;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the comparison says of one path by itself: its cells, without what only other paths can tell, such as cures.
 *
 * @param topology the platform on the path
 * @param cells its answers, by row, then in the order of the spec's entries and models
 */
public record PathAnswer(Topology topology, List<Cell> cells) {
    /** Copies {@code cells}. */
    public PathAnswer {
        cells = List.copyOf(cells);
    }

    /**
     * Asks a path every question.
     *
     * @param facts what is known, seen from the day whose facts hold
     * @param today the machine's date: decides which waivers hold
     */
    public static PathAnswer of(PlatformSpec spec, Facts facts, Design design, LocalDate today) {
        Topology topology = design.realize(spec, facts);
        return new PathAnswer(
                topology,
                new CellFold(topology)
                        .cells().stream()
                                .map(cell -> Waived.on(cell, spec, design.id(), today))
                                .toList());
    }

    /** The path with its name. */
    public Design design() {
        return topology.design();
    }

    /** The worst of its cells. */
    public State verdict() {
        return cells.stream().map(Cell::state).reduce(State.NOT_ASKED, State::worse);
    }

    /** How many cells come to {@code state}. */
    public long count(State state) {
        return cells.stream().filter(cell -> cell.state() == state).count();
    }

    /** The conditions that are yours to see to, each once, in the order of the cells. */
    public List<Condition> conditionsOfYours() {
        return cells.stream()
                .flatMap(cell -> cell.outcome() instanceof Kept kept ? kept.conditions().stream() : Stream.empty())
                .filter(Condition::isYours)
                .distinct()
                .toList();
    }
}

package dev.gatehouse.model.compare;

import dev.gatehouse.model.cost.Cost;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Topology;
import java.util.List;

/**
 * A path that was compared and priced.
 *
 * @param topology the platform on the path
 * @param cells its answers
 * @param states the same by what they answer
 * @param cost what it costs, without shares per model
 */
record Candidate(Topology topology, List<Cell> cells, States states, Cost cost) {
    /** What is lost. */
    enum Loss {
        /** All that was kept still is. */
        NOTHING,
        /** The monthly cost is kept no more, or nobody knows; all else is. */
        MONEY,
        /** Another promise is kept no more. */
        PROMISES
    }

    Candidate {
        cells = List.copyOf(cells);
    }

    static Candidate of(PlatformSpec spec, Facts facts, Design design) {
        Topology topology = design.realize(spec, facts);
        List<Cell> cells = new CellFold(topology).cells();
        return new Candidate(topology, cells, States.of(cells), Cost.unshared(topology));
    }

    Design design() {
        return topology.design();
    }

    /** What becomes of the promises that a design keeps, if this takes its place. */
    Loss loss(Candidate own) {
        Loss loss = Loss.NOTHING;
        for (Cell cell : own.cells()) {
            if (cell.state().isKept() && !states.of(cell).isKept()) {
                if (!cell.row().equals(MonthlyCostQuestion.ROW)) {
                    return Loss.PROMISES;
                }
                loss = Loss.MONEY;
            }
        }
        return loss;
    }

    boolean keeps(Cell cell) {
        return states.of(cell).isKept();
    }

    long count(State state) {
        return cells.stream().filter(cell -> cell.state() == state).count();
    }

    int yours() {
        return new PathAnswer(topology, cells).conditionsOfYours().size();
    }
}

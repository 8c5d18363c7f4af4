package dev.gatehouse.model.compare;

import dev.gatehouse.model.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks across the designs: where one breaks a promise, another may keep it. */
final class Columns {
    /** A design's cells, before the table as a whole is looked at. */
    record Column(Topology topology, List<Cell> cells) {
        Column {
            cells = List.copyOf(cells);
        }

        /** Whether every cell that answers the same question says that the promise is kept. */
        boolean keeps(Cell cell) {
            List<Cell> same = same(cell);
            return !same.isEmpty()
                    && same.stream()
                            .allMatch(other -> other.state() == State.KEPT || other.state() == State.CONDITIONAL);
        }

        /** The cell of the same model or for every model; for a cell of every model all cells of the entry. */
        private List<Cell> same(Cell cell) {
            return cells.stream()
                    .filter(other -> other.row().equals(cell.row())
                            && other.entry().equals(cell.entry())
                            && (cell.model().isEmpty()
                                    || other.model().isEmpty()
                                    || other.model().equals(cell.model())))
                    .toList();
        }
    }

    private Columns() {}

    /** A broken cell with the designs that keep the promise added to its cures. */
    static Cell cured(Cell cell, String own, List<Column> all) {
        if (!(cell.outcome() instanceof Broken broken)) {
            return cell;
        }
        List<Cure> cures = new ArrayList<>(broken.cures());
        for (Column column : all) {
            String design = column.topology().design().id();
            if (!design.equals(own) && column.keeps(cell)) {
                cures.add(new Cure("choose " + design, Optional.of(design), Optional.empty()));
            }
        }
        return new Cell(
                cell.row(),
                cell.entry(),
                cell.model(),
                new Broken(broken.dueTo(), broken.why(), cures),
                cell.facts(),
                cell.change(),
                cell.waiver());
    }
}

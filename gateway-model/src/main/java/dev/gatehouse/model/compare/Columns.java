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

        /** The cell that answers the same question, or the one for every model of the entry. */
        Optional<Cell> same(Cell cell) {
            return cells.stream()
                    .filter(other -> other.row().equals(cell.row())
                            && other.entry().equals(cell.entry())
                            && other.model().equals(cell.model()))
                    .findFirst()
                    .or(() -> cells.stream()
                            .filter(other -> other.row().equals(cell.row())
                                    && other.entry().equals(cell.entry())
                                    && other.model().isEmpty())
                            .findFirst());
        }

        boolean keeps(Cell cell) {
            return same(cell)
                    .map(other -> other.state() == State.KEPT || other.state() == State.CONDITIONAL)
                    .orElse(false);
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

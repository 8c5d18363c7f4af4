package dev.gatehouse.model.compare;

import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks across the designs: where one breaks a promise, another may keep it. */
final class Columns {
    /**
     * A design's cells, before the table as a whole is looked at.
     *
     * @param perMonth what it costs, where every price is known
     */
    record Column(Topology topology, List<Cell> cells, Optional<Money> perMonth) {
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

    private static final BigDecimal MINUS_ONE = BigDecimal.ONE.negate();

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
                cures.add(new Cure("choose " + design, Optional.of(design), difference(column, own, all)));
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

    /** What another design costs more, or less where below 0. */
    private static Optional<Money> difference(Column other, String own, List<Column> all) {
        Optional<Money> ours = all.stream()
                .filter(column -> column.topology().design().id().equals(own))
                .findFirst()
                .flatMap(Column::perMonth);
        return other.perMonth().flatMap(theirs -> ours.map(money -> rounded(theirs.plus(money.times(MINUS_ONE)))));
    }

    private static Money rounded(Money money) {
        return new Money(money.amount().setScale(2, RoundingMode.HALF_UP), money.currency());
    }
}

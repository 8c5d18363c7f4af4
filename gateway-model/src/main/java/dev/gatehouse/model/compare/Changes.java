package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says of each cell of an earlier day what became of it, and by which launches. */
final class Changes {
    private Changes() {}

    static List<Cell> told(List<Cell> then, List<Cell> now, LocalDate asOf, LocalDate today) {
        if (!asOf.isBefore(today)) {
            return then;
        }
        List<Cell> told = new ArrayList<>();
        for (Cell cell : then) {
            told.add(counterparts(cell, now).stream()
                    .filter(later -> later.state() != cell.state())
                    .findFirst()
                    .map(later -> changed(cell, later, asOf, today))
                    .orElse(cell));
        }
        return told;
    }

    /** Today's cell of the same model; else the entry's one cell, or the cells of its models. */
    private static List<Cell> counterparts(Cell cell, List<Cell> now) {
        List<Cell> sameEntry = now.stream()
                .filter(other -> other.row().equals(cell.row()) && other.entry().equals(cell.entry()))
                .toList();
        List<Cell> sameModel = sameEntry.stream()
                .filter(other -> other.model().equals(cell.model()))
                .toList();
        return sameModel.isEmpty() ? sameEntry : sameModel;
    }

    private static Cell changed(Cell cell, Cell later, LocalDate asOf, LocalDate today) {
        List<Fact> by = Stream.concat(later.facts().stream(), cell.facts().stream())
                .filter(fact -> isBetween(fact.since(), asOf, today) || isBetween(fact.until(), asOf, today))
                .distinct()
                .toList();
        return new Cell(
                cell.row(),
                cell.entry(),
                cell.model(),
                cell.outcome(),
                cell.facts(),
                Optional.of(new Cell.Change(later.state(), by)),
                cell.waiver());
    }

    private static boolean isBetween(Optional<LocalDate> day, LocalDate asOf, LocalDate today) {
        return day.filter(each -> each.isAfter(asOf) && !each.isAfter(today)).isPresent();
    }
}

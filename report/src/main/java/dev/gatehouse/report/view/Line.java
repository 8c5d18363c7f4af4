package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.spec.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of the table: a row of the comparison, for one entry where entries differ.
 *
 * @param row the row's id
 * @param entry the entry; empty: for all
 * @param marks one per column
 */
public record Line(String row, Optional<String> entry, List<Mark> marks) {
    /** Copies {@code marks}. */
    public Line {
        marks = List.copyOf(marks);
    }

    /** The row's id, and the entry's name where it is for one. */
    public String label() {
        return entry.map(name -> row + " · " + name).orElse(row);
    }

    /** Whether the cells for an entry belong to this line. */
    public boolean covers(Optional<String> other) {
        return entry.isEmpty() || other.isEmpty() || entry.equals(other);
    }

    static List<Line> of(Comparison comparison, List<Column> columns) {
        List<Line> lines = new ArrayList<>();
        for (String row : comparison.rows()) {
            List<Optional<String>> entries = entries(comparison, columns, row);
            boolean splits = columns.stream().anyMatch(column -> differ(column, row, entries));
            if (splits) {
                entries.forEach(entry -> lines.add(line(columns, row, entry)));
            } else {
                lines.add(line(columns, row, Optional.empty()));
            }
        }
        return lines;
    }

    private static Line line(List<Column> columns, String row, Optional<String> entry) {
        return new Line(
                row,
                entry,
                columns.stream()
                        .map(column -> Mark.of(cells(column, row, entry)))
                        .toList());
    }

    private static boolean differ(Column column, String row, List<Optional<String>> entries) {
        return entries.stream()
                        .map(entry -> Mark.worst(cells(column, row, entry)))
                        .distinct()
                        .count()
                > 1;
    }

    private static List<Cell> cells(Column column, String row, Optional<String> entry) {
        return column.answer().row(row).stream()
                .filter(cell -> entry.isEmpty()
                        || cell.entry().isEmpty()
                        || cell.entry().equals(entry))
                .toList();
    }

    private static List<Optional<String>> entries(Comparison comparison, List<Column> columns, String row) {
        return comparison.spec().entries().stream()
                .map(Entry::name)
                .filter(name -> columns.stream()
                        .flatMap(column -> column.answer().row(row).stream())
                        .anyMatch(cell -> cell.entry().equals(Optional.of(name))))
                .map(Optional::of)
                .toList();
    }
}

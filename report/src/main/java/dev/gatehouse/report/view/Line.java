package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.spec.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of the table: a row of the comparison, for one entry where entries differ or only one is asked about.
 *
 * @param row the row's id
 * @param entry the entry; empty: for all of which something is asked
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
            List<Optional<String>> asked = asked(comparison, columns, row);
            boolean one = columns.stream()
                    .allMatch(column -> asked.stream()
                                    .map(entry -> Mark.of(cells(column, row, entry)))
                                    .map(mark -> List.of(mark.state(), mark.waived(), mark.today()))
                                    .distinct()
                                    .count()
                            <= 1);
            if (asked.size() == 1 && comparison.spec().entries().size() > 1) {
                lines.add(line(columns, row, asked.get(0)));
            } else if (one) {
                lines.add(line(columns, row, Optional.empty()));
            } else {
                asked.forEach(entry -> lines.add(line(columns, row, entry)));
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

    private static List<Cell> cells(Column column, String row, Optional<String> entry) {
        return column.answer().row(row).stream()
                .filter(cell -> entry.isEmpty()
                        || cell.entry().isEmpty()
                        || cell.entry().equals(entry))
                .toList();
    }

    /** The entries of which something is asked in some design. */
    private static List<Optional<String>> asked(Comparison comparison, List<Column> columns, String row) {
        return comparison.spec().entries().stream()
                .map(Entry::name)
                .filter(name -> columns.stream()
                        .flatMap(column -> column.answer().row(row).stream())
                        .anyMatch(cell -> cell.entry().equals(Optional.of(name)) && cell.state() != State.NOT_ASKED))
                .map(Optional::of)
                .toList();
    }
}

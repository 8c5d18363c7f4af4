package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.State;
import java.util.ArrayList;
import java.util.List;

/**
 * A comparison arranged for reading.
 *
 * @param comparison what is shown
 * @param columns its designs
 * @param lines its table, by row
 * @param openings what stands behind the cells, by row
 * @param limits the limits side by side
 * @param measures the measures side by side
 */
public record ComparisonView(
        Comparison comparison,
        List<Column> columns,
        List<Line> lines,
        List<Opening> openings,
        List<LimitLine> limits,
        List<MeasureLine> measures) {
    /** Copies the lists. */
    public ComparisonView {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        openings = List.copyOf(openings);
        limits = List.copyOf(limits);
        measures = List.copyOf(measures);
    }

    /** Arranges a comparison. */
    public static ComparisonView of(Comparison comparison) {
        List<Column> columns = new ArrayList<>();
        comparison.designs().forEach(answer -> columns.add(Column.of(columns.size() + 1, answer)));
        return new ComparisonView(
                comparison,
                columns,
                Line.of(comparison, columns),
                Opening.of(comparison.rows(), columns),
                LimitLine.of(columns),
                MeasureLine.of(columns));
    }

    /** What stands behind the cells of one state. */
    public List<Opening> openings(State state) {
        return openings.stream().filter(opening -> opening.state() == state).toList();
    }

    /** The column of the design to choose. */
    public Column chosen() {
        String id = comparison.chosen().design().id();
        return columns.stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Whether some cell comes to something else today. */
    public boolean hasChanges() {
        return openings.stream().anyMatch(opening -> opening.cell().change().isPresent());
    }
}

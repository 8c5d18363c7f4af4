package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A comparison arranged for reading.
 *
 * @param comparison what is shown
 * @param columns its designs
 * @param lines its table, by row
 * @param openings what stands behind the cells, by row
 * @param limits the limits side by side
 * @param measures the measures of whole paths side by side
 * @param sayings what is said of components, by subject
 */
public record ComparisonView(
        Comparison comparison,
        List<Column> columns,
        List<Line> lines,
        List<Opening> openings,
        List<LimitLine> limits,
        List<MeasureLine> measures,
        Map<String, List<Saying>> sayings) {
    /** Copies the lists. */
    public ComparisonView {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
        openings = List.copyOf(openings);
        limits = List.copyOf(limits);
        measures = List.copyOf(measures);
        sayings = Collections.unmodifiableMap(new LinkedHashMap<>(sayings));
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
                MeasureLine.of(columns),
                Saying.of(columns));
    }

    /** What stands behind the cells of one state. */
    public List<Opening> openings(State state) {
        return openings.stream().filter(opening -> opening.state() == state).toList();
    }

    /** What is needed of limits that others draw on too, each a sentence. */
    public List<String> sharedLimits() {
        return LimitLine.shared(columns);
    }

    /**
     * Cost, availability, latency, which design is faster and how far clients are, in the order of the page. What
     * belongs to the cost follows the first.
     */
    public List<FigureTable> figures() {
        return Stream.concat(
                        Stream.of(
                                CostTable.of(columns), AvailabilityTable.of(columns), LatencyTables.intervals(columns)),
                        Stream.concat(
                                columns.size() > 1
                                        ? Stream.of(LatencyTables.races(columns, comparison.races()))
                                        : Stream.empty(),
                                LatencyTables.distances(columns).stream()))
                .toList();
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

package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.Measure;
import java.util.List;
import java.util.Optional;

/**
 * A measure side by side.
 *
 * @param id such as {@code hops}
 * @param measures one per column; empty where a design has none
 */
public record MeasureLine(String id, List<Optional<Measure>> measures) {
    /** Copies {@code measures}. */
    public MeasureLine {
        measures = List.copyOf(measures);
    }

    static List<MeasureLine> of(List<Column> columns) {
        return columns.stream()
                .flatMap(column -> column.answer().measures().stream())
                .map(Measure::id)
                .distinct()
                .map(id -> new MeasureLine(
                        id,
                        columns.stream()
                                .map(column -> column.answer().measures().stream()
                                        .filter(measure -> measure.id().equals(id))
                                        .findFirst())
                                .toList()))
                .toList();
    }
}

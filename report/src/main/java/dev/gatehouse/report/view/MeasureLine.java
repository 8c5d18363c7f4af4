package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.Measure;
import java.util.List;
import java.util.Optional;

/**
 * A measure of whole paths side by side.
 *
 * @param id such as {@code hops}
 * @param measures one per column; empty where a design has none
 */
public record MeasureLine(String id, List<Optional<Measure>> measures) {
    /** Copies {@code measures}. */
    public MeasureLine {
        measures = List.copyOf(measures);
    }

    /** A measure with its unit, unless its id says that already: {@code 5} for {@code hops}. */
    public static String text(Measure measure) {
        boolean said = ("-" + measure.id()).endsWith("-" + measure.unit());
        return said ? measure.value() : (measure.value() + " " + measure.unit()).strip();
    }

    static List<MeasureLine> of(List<Column> columns) {
        return columns.stream()
                .flatMap(column -> column.answer().measures().stream())
                .filter(measure -> measure.hop().isEmpty())
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

package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.Limit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A limit side by side.
 *
 * @param id the kind of limit
 * @param model the model; empty: for every model
 * @param limits one per column; empty where no hop of that design sets one
 */
public record LimitLine(String id, Optional<String> model, List<Optional<Limit>> limits) {
    /** Copies {@code limits}. */
    public LimitLine {
        limits = List.copyOf(limits);
    }

    /** The limit's id, and the model's name where it is for one. */
    public String label() {
        return model.map(name -> id + " · " + name).orElse(id);
    }

    static List<LimitLine> of(List<Column> columns) {
        return all(columns)
                .map(Limit::id)
                .distinct()
                .flatMap(id -> all(columns)
                        .filter(limit -> limit.id().equals(id))
                        .map(Limit::model)
                        .distinct()
                        .map(model -> new LimitLine(
                                id,
                                model,
                                columns.stream()
                                        .map(column -> limit(column, id, model))
                                        .toList())))
                .toList();
    }

    private static Stream<Limit> all(List<Column> columns) {
        return columns.stream().flatMap(column -> column.answer().limits().stream());
    }

    private static Optional<Limit> limit(Column column, String id, Optional<String> model) {
        List<Limit> same = column.answer().limits().stream()
                .filter(limit -> limit.id().equals(id))
                .toList();
        return same.stream()
                .filter(limit -> limit.model().equals(model))
                .findFirst()
                .or(() -> same.stream().filter(limit -> limit.model().isEmpty()).findFirst());
    }
}

package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.Limit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A limit side by side.
 *
 * @param id the kind of limit
 * @param models the models that it is for; empty: for every model that has such a limit
 * @param limits one per column; empty where no hop of that design sets one
 */
public record LimitLine(String id, List<String> models, List<Optional<Limit>> limits) {
    /** Copies the lists. */
    public LimitLine {
        models = List.copyOf(models);
        limits = List.copyOf(limits);
    }

    /** The limit's id, and the models' names where it is for some. */
    public String label() {
        return models.isEmpty() ? id : id + " · " + String.join(", ", models);
    }

    static List<LimitLine> of(List<Column> columns) {
        return all(columns)
                .map(Limit::id)
                .distinct()
                .flatMap(id -> lines(columns, id).stream())
                .toList();
    }

    /** The lines of one kind, models with the same limits together. */
    private static List<LimitLine> lines(List<Column> columns, String id) {
        Map<List<String>, List<String>> models = new LinkedHashMap<>();
        Map<List<String>, List<Optional<Limit>>> limits = new LinkedHashMap<>();
        all(columns)
                .filter(limit -> limit.id().equals(id))
                .map(Limit::model)
                .distinct()
                .forEach(model -> {
                    List<Optional<Limit>> own = columns.stream()
                            .map(column -> limit(column, id, model))
                            .toList();
                    List<String> shown = own.stream()
                            .map(limit -> limit.map(is -> is.value() + " " + is.setBy())
                                    .orElse(""))
                            .toList();
                    limits.putIfAbsent(shown, own);
                    model.ifPresent(models.computeIfAbsent(shown, any -> new ArrayList<>())::add);
                });
        return limits.entrySet().stream()
                .map(one -> new LimitLine(
                        id,
                        limits.size() == 1 ? List.of() : models.getOrDefault(one.getKey(), List.of()),
                        one.getValue()))
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

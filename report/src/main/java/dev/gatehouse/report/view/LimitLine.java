package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.Limit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A limit side by side. Models with the same limits share a line, which shows the one that needs most of each.
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
                    limits.merge(shown, own, LimitLine::needier);
                    model.ifPresent(models.computeIfAbsent(shown, any -> new ArrayList<>())::add);
                });
        return limits.entrySet().stream()
                .map(one -> new LimitLine(
                        id,
                        limits.size() == 1 ? List.of() : models.getOrDefault(one.getKey(), List.of()),
                        one.getValue()))
                .toList();
    }

    private static List<Optional<Limit>> needier(List<Optional<Limit>> one, List<Optional<Limit>> other) {
        return IntStream.range(0, one.size())
                .mapToObj(at -> used(other.get(at)).compareTo(used(one.get(at))) > 0 ? other.get(at) : one.get(at))
                .toList();
    }

    private static BigDecimal used(Optional<Limit> limit) {
        return limit.flatMap(Limit::usedPercent).orElse(BigDecimal.ZERO);
    }

    /** How much of a limit the platform needs, and what more of it takes: {@code 6.9 %, quota}. */
    public static String room(Limit limit) {
        return limit.usedPercent()
                        .map(percent -> percent.stripTrailingZeros().toPlainString() + " %, ")
                        .orElse("")
                + switch (limit.raise()) {
                    case SETTING -> "yours";
                    case QUOTA_REQUEST -> "quota";
                    case OWN_HARDWARE -> "hardware";
                    case HARD -> "hard";
                };
    }

    /** What the words of {@link #room} mean. */
    public static final String LEGEND = "below each limit how much of it the platform needs at its peak, of the model"
            + " that needs most, and what more takes: quota: AWS raises it on request; hard: nobody raises it; yours: a"
            + " setting; hardware: more pods of yours";

    /** What limits that others draw on too are used for, each once: {@code throttle-rate: peak 690/s of …}. */
    static List<String> shared(List<Column> columns) {
        return all(columns)
                .filter(limit -> limit.sharedBy().isPresent())
                .flatMap(limit -> limit.headroom().map(room -> limit.id() + ": " + room).stream())
                .distinct()
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

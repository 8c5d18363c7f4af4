package dev.gatehouse.model.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What becomes of the promises between two paths of one platform, by rows, each once and in the order of the table.
 *
 * @param breaks what the first keeps, be it for one model only, and the second breaks
 * @param keeps what the first breaks and the second keeps for every model of an entry
 * @param opens what the first keeps and nobody knows of the second
 */
public record PromiseChange(List<String> breaks, List<String> keeps, List<String> opens) {
    /** Copies the lists. */
    public PromiseChange {
        breaks = List.copyOf(breaks);
        keeps = List.copyOf(keeps);
        opens = List.copyOf(opens);
    }

    /** What becomes of them from one path to the other. */
    public static PromiseChange between(PathAnswer one, PathAnswer other) {
        States there = States.of(other.cells());
        return new PromiseChange(
                kept(one.cells(), there, State.BROKEN::equals),
                mended(one.cells(), other.cells()),
                kept(one.cells(), there, State.UNKNOWN::equals));
    }

    /** In words: {@code keeps the same}, or what is kept besides, what is broken and what nobody knows. */
    public String words() {
        if (breaks.isEmpty() && keeps.isEmpty() && opens.isEmpty()) {
            return "keeps the same";
        }
        StringBuilder words = new StringBuilder();
        tell(words, "keeps ", keeps, " as well");
        tell(words, "breaks ", breaks, "");
        tell(words, "leaves ", opens, " unknown");
        return words.toString();
    }

    private static void tell(StringBuilder words, String before, List<String> rows, String after) {
        if (!rows.isEmpty()) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(before)
                    .append(String.join(" and ", rows))
                    .append(after);
        }
    }

    private static List<String> kept(List<Cell> here, States there, Predicate<State> isThere) {
        return here.stream()
                .filter(cell -> cell.state().isKept() && isThere.test(there.of(cell)))
                .map(Cell::row)
                .distinct()
                .toList();
    }

    private record Question(String row, Optional<String> entry) {}

    private static List<String> mended(List<Cell> here, List<Cell> there) {
        Map<Question, State> worstThere = worst(there);
        return worst(here).entrySet().stream()
                .filter(question -> question.getValue() == State.BROKEN
                        && worstThere
                                .getOrDefault(question.getKey(), State.NOT_ASKED)
                                .isKept())
                .map(question -> question.getKey().row())
                .distinct()
                .toList();
    }

    private static Map<Question, State> worst(List<Cell> cells) {
        Map<Question, State> worst = new LinkedHashMap<>();
        cells.forEach(cell -> worst.merge(new Question(cell.row(), cell.entry()), cell.state(), State::worse));
        return worst;
    }
}

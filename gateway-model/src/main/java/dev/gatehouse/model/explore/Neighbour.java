package dev.gatehouse.model.explore;

import dev.gatehouse.model.topology.PathDifference;
import dev.gatehouse.model.unit.Money;
import java.util.List;
import java.util.Optional;

/**
 * A path near one of the designs, and what going there changes.
 *
 * @param path the path
 * @param difference what is dropped and added
 * @param perMonth what it costs more, or less where below 0; empty where a price of either is not known
 * @param breaks the rows that the design keeps and the path breaks
 * @param keeps the rows that the design breaks and the path keeps
 * @param opens the rows that the design keeps and that are unknown on the path
 */
public record Neighbour(
        ExploredPath path,
        PathDifference difference,
        Optional<Money> perMonth,
        List<String> breaks,
        List<String> keeps,
        List<String> opens) {
    /** Copies the lists. */
    public Neighbour {
        breaks = List.copyOf(breaks);
        keeps = List.copyOf(keeps);
        opens = List.copyOf(opens);
    }

    /** All of it as one line: {@code drop the accelerator: −945 USD a month, keeps the same}. */
    public String told() {
        return difference.words()
                + ": "
                + perMonth.map(Verdict::change).orElse("a difference in cost that is not known")
                + ", "
                + promises();
    }

    /**
     * What becomes of the promises, in words: {@code keeps the same}, or which it breaks and which it keeps besides.
     */
    public String promises() {
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
}

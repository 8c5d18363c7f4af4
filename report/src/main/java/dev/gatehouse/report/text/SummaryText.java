package dev.gatehouse.report.text;

import dev.gatehouse.model.compare.Broken;
import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.view.Line;
import dev.gatehouse.report.view.Mark;
import dev.gatehouse.report.view.Opening;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A comparison on one screen: the rows that differ most, the first broken cell opened, and the verdict. */
public final class SummaryText {
    private SummaryText() {}

    /**
     * Writes it.
     *
     * @param palette whether colour repeats the states
     * @return lines for a terminal of 100 columns
     */
    public static String of(Comparison comparison, Palette palette) {
        ComparisonView view = ComparisonView.of(comparison);
        ComparisonView digest = new ComparisonView(
                comparison,
                view.columns(),
                lines(view.lines()),
                opening(view.openings(State.BROKEN)).stream().toList(),
                List.of(),
                List.of(),
                Map.of());
        return ComparisonText.heading(comparison, palette)
                + "\n"
                + TablesText.table(digest, palette)
                + TablesText.legend(digest, palette)
                + OpeningsText.of(digest, palette)
                + "\n"
                + ComparisonText.verdict(comparison, palette);
    }

    /** Those that some designs break and others do not; if there is none, those that differ at all. */
    private static List<Line> lines(List<Line> lines) {
        List<Line> most = lines.stream()
                .filter(line -> isBroken(line).anyMatch(broken -> broken)
                        && isBroken(line).anyMatch(broken -> !broken))
                .toList();
        return most.isEmpty()
                ? lines.stream()
                        .filter(line -> line.marks().stream()
                                        .map(Mark::state)
                                        .distinct()
                                        .count()
                                > 1)
                        .toList()
                : most;
    }

    private static Stream<Boolean> isBroken(Line line) {
        return line.marks().stream().map(mark -> mark.state() == State.BROKEN);
    }

    /** The first one with a cure that nobody waived, else the first one. */
    private static Optional<Opening> opening(List<Opening> broken) {
        return broken.stream()
                .filter(opening -> opening.cell().waiver().isEmpty())
                .filter(opening -> opening.cell().outcome() instanceof Broken cell
                        && !cell.cures().isEmpty())
                .findFirst()
                .or(() -> broken.stream().findFirst());
    }
}

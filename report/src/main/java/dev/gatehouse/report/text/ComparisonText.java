package dev.gatehouse.report.text;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.report.text.Palette.Ink;
import dev.gatehouse.report.view.ComparisonView;
import java.util.stream.Collectors;

/** A comparison for a terminal of 100 columns: the verdict, the table, and what stands behind its cells. */
public final class ComparisonText {
    /** The longest line, apart from addresses, which are never broken. */
    static final int WIDTH = 100;

    private ComparisonText() {}

    /**
     * Writes a comparison.
     *
     * @param palette whether colour repeats the states
     * @return lines, each with its line feed
     */
    public static String of(Comparison comparison, Palette palette) {
        ComparisonView view = ComparisonView.of(comparison);
        return heading(comparison, palette)
                + "\n"
                + TablesText.table(view, palette)
                + TablesText.legend(view, palette)
                + OpeningsText.of(view, palette)
                + view.figures().stream()
                        .map(figure -> TablesText.figure(view, figure, palette)
                                + (figure.id().equals("cost") ? SensitivityText.of(view, palette) : ""))
                        .collect(Collectors.joining())
                + TablesText.limits(view, palette)
                + TablesText.measures(view, palette)
                + TablesText.sayings(view, palette)
                + StudyText.of(comparison, palette)
                + "\n"
                + verdict(comparison, palette);
    }

    static String heading(Comparison comparison, Palette palette) {
        return palette.paint(Ink.STRONG, comparison.spec().name())
                + " in " + comparison.spec().region() + ", " + comparison.spec().zones() + " zones, as of "
                + comparison.asOf() + "\n";
    }

    static String verdict(Comparison comparison, Palette palette) {
        StringBuilder verdict = new StringBuilder();
        Wrap.block(comparison.verdict(), "")
                .lines()
                .forEach(line -> verdict.append(palette.paint(Ink.STRONG, line)).append('\n'));
        return verdict.toString();
    }
}

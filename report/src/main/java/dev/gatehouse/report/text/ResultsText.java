package dev.gatehouse.report.text;

import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.report.text.Palette.Ink;
import dev.gatehouse.report.view.ResultView;
import java.util.ArrayList;
import java.util.List;

/** The result of a load test for a terminal. */
public final class ResultsText {
    private static final String GAP = "  ";

    private ResultsText() {}

    /** The question, the times of each contestant, what became of its requests, and a line for each pair. */
    public static String of(Measurement measurement, Palette palette) {
        ResultView view = new ResultView(measurement);
        StringBuilder text = new StringBuilder();
        paragraph(text, view.question());
        paragraph(text, view.label());
        if (!measurement.contestants().isEmpty()) {
            table(text, palette, view.timeHeads(), view.times());
            table(text, palette, view.accountHeads(), view.accounts());
        }
        if (!view.streams().isEmpty()) {
            table(text, palette, view.streamHeads(), view.streams());
        }
        paragraph(text, view.knee());
        view.noiseFloor().ifPresent(floor -> paragraph(text, floor));
        view.sentences().forEach(sentence -> text.append(Wrap.block(sentence, "  ", "    ")));
        text.append(view.sentences().isEmpty() ? "" : "\n");
        text.append(palette.paint(Ink.STRONG, view.standing())).append('\n');
        view.reasons().forEach(reason -> text.append(Wrap.block(reason, "  ", "    ")));
        return text.toString();
    }

    private static void paragraph(StringBuilder text, String words) {
        text.append(Wrap.block(words, "")).append('\n');
    }

    private static void table(StringBuilder text, Palette palette, List<String> heads, List<List<String>> rows) {
        List<List<String>> all = new ArrayList<>(List.of(heads));
        all.addAll(rows);
        for (int row = 0; row < all.size(); row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < heads.size(); column++) {
                String cell = all.get(row).get(column);
                String blanks = " ".repeat(width(all, column) - cell.length());
                line.append(column == 0 ? cell + blanks : GAP + blanks + cell);
            }
            text.append(palette.paint(row == 0 ? Ink.STRONG : Ink.NONE, line.toString()))
                    .append('\n');
        }
        text.append('\n');
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}

package dev.gatehouse.report.text;

import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.report.view.ResultView;
import java.util.List;
import java.util.stream.Collectors;

/** Results of load tests as Markdown. */
public final class ResultsMarkdown {
    private ResultsMarkdown() {}

    /** Writes one part for each result. */
    public static String of(List<Measurement> measurements) {
        StringBuilder text = new StringBuilder("# What was measured\n\n")
                .append("Intervals are of 95 %, over rounds. Nothing here changes the comparison.\n");
        measurements.forEach(measurement -> part(text, new ResultView(measurement)));
        return text.toString();
    }

    private static void part(StringBuilder text, ResultView view) {
        text.append("\n## ").append(Markdown.text(view.question())).append("\n\n");
        text.append(Markdown.text(view.label()))
                .append("\n\n**")
                .append(view.standing())
                .append("**\n");
        view.reasons()
                .forEach(reason ->
                        text.append("- ").append(Markdown.text(reason)).append('\n'));
        text.append('\n').append(Markdown.text(view.knee())).append('\n');
        view.noiseFloor()
                .ifPresent(
                        floor -> text.append('\n').append(Markdown.text(floor)).append('\n'));
        table(text, view.contestantHeads(), view.contestants());
        table(text, view.streamHeads(), view.streams());
        table(text, view.verdictHeads(), view.verdicts());
    }

    private static void table(StringBuilder text, List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        text.append("\n| ").append(String.join(" | ", heads)).append(" |\n");
        text.append("|---".repeat(heads.size())).append("|\n");
        rows.forEach(
                row -> text.append(row.stream().map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |\n"))));
    }
}

package dev.gatehouse.report.text;

import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.report.view.Explained;
import dev.gatehouse.report.view.Labels;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row of one design explained to its last fact, as GitHub-flavoured Markdown. */
public final class ExplainMarkdown {
    private ExplainMarkdown() {}

    /** Writes an opened row. */
    public static String of(Explained explained) {
        StringBuilder text = new StringBuilder("# ")
                .append(Markdown.text(
                        explained.row() + " in " + explained.answer().design().id()))
                .append("\n\n")
                .append(Markdown.text(explained.answer().design().title() + ", as of "
                        + explained.comparison().asOf() + "."))
                .append('\n');
        explained.cells().forEach(cell -> cell(cell, text));
        List<ExplainedFigures.Line> lines = ExplainedFigures.of(explained);
        if (!lines.isEmpty()) {
            text.append("\n## Figures\n\n");
            lines.forEach(line -> {
                text.append("- ").append(Markdown.text(line.text())).append('\n');
                facts(line.facts(), text);
            });
        }
        return text.toString();
    }

    private static void cell(Cell cell, StringBuilder text) {
        text.append("\n## ")
                .append(Labels.sign(cell.state()))
                .append(' ')
                .append(Markdown.text(Labels.state(cell.state())
                        + ExplainText.where(cell).map(where -> ": " + where).orElse("")))
                .append("\n\n");
        Stream.concat(
                        CellText.lines(cell).stream(),
                        ExplainText.generated(cell).stream().map(condition -> "generated: " + condition))
                .forEach(line -> text.append("- ").append(Markdown.text(line)).append('\n'));
        facts(cell.facts(), text);
    }

    private static void facts(List<Fact> facts, StringBuilder text) {
        facts.forEach(fact -> text.append("  - `")
                .append(fact.id())
                .append('`')
                .append(fact.value()
                        .map(value -> " " + Markdown.text(value.toString()))
                        .orElse(""))
                .append(": ")
                .append(Markdown.text(fact.text()))
                .append(days(fact))
                .append(" *")
                .append(Markdown.evidence(fact.evidence()))
                .append("*\n"));
    }

    private static String days(Fact fact) {
        String days = Stream.of(
                        fact.since().map(since -> "since " + since),
                        fact.until().map(until -> "until " + until),
                        fact.launch().map(launch -> "by " + launch),
                        fact.reason().map(reason -> "reason: " + reason))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return days.isEmpty() ? "" : " (" + Markdown.text(days) + ")";
    }
}

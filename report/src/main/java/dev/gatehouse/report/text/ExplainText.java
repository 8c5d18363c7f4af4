package dev.gatehouse.report.text;

import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.Kept;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.report.text.Palette.Ink;
import dev.gatehouse.report.view.Explained;
import dev.gatehouse.report.view.Labels;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row of one design explained to its last fact: who keeps it, on what conditions, and how that is known. */
public final class ExplainText {
    private ExplainText() {}

    /** Writes an opened row as lines for a terminal of 100 columns. */
    public static String of(Explained explained, Palette palette) {
        StringBuilder text = new StringBuilder()
                .append(palette.paint(
                        Ink.STRONG,
                        explained.row() + " in " + explained.answer().design().id()))
                .append(" (")
                .append(explained.answer().design().title())
                .append("), as of ")
                .append(explained.comparison().asOf())
                .append('\n');
        explained.cells().forEach(cell -> text.append('\n').append(cell(cell, palette)));
        List<ExplainedFigures.Line> lines = ExplainedFigures.of(explained);
        if (!lines.isEmpty()) {
            text.append('\n').append(palette.paint(Ink.STRONG, "Figures")).append('\n');
            lines.forEach(line -> {
                text.append(Wrap.block(line.text(), "  ", "    "));
                line.facts().forEach(fact -> text.append(fact(fact, "    ", palette)));
            });
        }
        return text.toString();
    }

    /** For which entry and model a cell is; empty if for all. */
    static Optional<String> where(Cell cell) {
        String where = Stream.concat(
                        cell.entry().map(entry -> "entry " + entry).stream(),
                        cell.model().map(model -> "model " + model).stream())
                .collect(Collectors.joining(", "));
        return Optional.of(where).filter(words -> !words.isEmpty());
    }

    private static String cell(Cell cell, Palette palette) {
        StringBuilder text = new StringBuilder()
                .append(palette.paint(
                        Ink.of(cell.state()), Labels.sign(cell.state()) + " " + Labels.state(cell.state())))
                .append(where(cell).map(where -> "  " + where).orElse(""))
                .append('\n');
        CellText.lines(cell).forEach(line -> text.append(Wrap.block(line, "  ", "    ")));
        generated(cell).forEach(condition -> text.append(Wrap.block("generated: " + condition, "  ", "    ")));
        cell.facts().forEach(fact -> text.append(fact(fact, "  ", palette)));
        return text.toString();
    }

    static List<String> generated(Cell cell) {
        return cell.outcome() instanceof Kept kept
                ? kept.conditions().stream()
                        .filter(condition -> !condition.isYours())
                        .map(Condition::text)
                        .toList()
                : List.of();
    }

    private static String fact(Fact fact, String indent, Palette palette) {
        StringBuilder text = new StringBuilder(Wrap.block(
                "fact " + fact.id() + fact.value().map(value -> " = " + value).orElse("") + ": " + fact.text(),
                indent,
                indent + "  "));
        String days = Stream.of(
                        fact.since().map(since -> "since " + since),
                        fact.until().map(until -> "until " + until),
                        fact.launch().map(launch -> "by " + launch))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        Stream.of(
                        days,
                        fact.evidence().described(),
                        fact.reason().map(reason -> "reason: " + reason).orElse(""))
                .filter(line -> !line.isEmpty())
                .forEach(line -> Wrap.block(line, indent + "  ")
                        .lines()
                        .forEach(part ->
                                text.append(palette.paint(Ink.FAINT, part)).append('\n')));
        return text.toString();
    }
}

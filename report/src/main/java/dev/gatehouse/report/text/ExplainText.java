package dev.gatehouse.report.text;

import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.compare.Kept;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.report.text.Palette.Ink;
import dev.gatehouse.report.view.Labels;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One row of one design explained to its last fact: who keeps it, on what conditions, and how that is known. */
public final class ExplainText {
    private ExplainText() {}

    /**
     * Explains the cells of {@code row} in {@code design}.
     *
     * @return lines for a terminal of 100 columns; empty if the comparison has no such row or design
     */
    public static Optional<String> of(Comparison comparison, String row, String design, Palette palette) {
        return comparison
                .design(design)
                .filter(answer -> !answer.row(row).isEmpty())
                .map(answer -> text(comparison, row, answer, palette));
    }

    private static String text(Comparison comparison, String row, DesignAnswer answer, Palette palette) {
        StringBuilder text = new StringBuilder()
                .append(palette.paint(Ink.STRONG, row + " in " + answer.design().id()))
                .append(" (")
                .append(answer.design().title())
                .append("), as of ")
                .append(comparison.asOf())
                .append('\n');
        answer.row(row).forEach(cell -> text.append('\n').append(cell(cell, palette)));
        return text.toString();
    }

    private static String cell(Cell cell, Palette palette) {
        String where = Stream.concat(
                        cell.entry().map(entry -> "entry " + entry).stream(),
                        cell.model().map(model -> "model " + model).stream())
                .collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder()
                .append(palette.paint(
                        Ink.of(cell.state()), Labels.sign(cell.state()) + " " + Labels.state(cell.state())))
                .append(where.isEmpty() ? "" : "  " + where)
                .append('\n');
        CellText.lines(cell).forEach(line -> text.append(Wrap.block(line, "  ", "    ")));
        generated(cell).forEach(condition -> text.append(Wrap.block("generated: " + condition, "  ", "    ")));
        cell.facts().forEach(fact -> text.append(fact(fact, palette)));
        return text.toString();
    }

    private static List<String> generated(Cell cell) {
        return cell.outcome() instanceof Kept kept
                ? kept.conditions().stream()
                        .filter(condition -> !condition.isYours())
                        .map(Condition::text)
                        .toList()
                : List.of();
    }

    private static String fact(Fact fact, Palette palette) {
        StringBuilder text = new StringBuilder(Wrap.block(
                "fact " + fact.id() + fact.value().map(value -> " = " + value).orElse("") + ": " + fact.text(),
                "  ",
                "    "));
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
                .forEach(line -> Wrap.block(line, "    ")
                        .lines()
                        .forEach(part ->
                                text.append(palette.paint(Ink.FAINT, part)).append('\n')));
        return text.toString();
    }
}

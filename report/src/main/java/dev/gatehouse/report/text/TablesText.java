package dev.gatehouse.report.text;

import dev.gatehouse.model.compare.Limit;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.report.text.Palette.Ink;
import dev.gatehouse.report.text.TextTable.Cell;
import dev.gatehouse.report.view.Column;
import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.view.FigureTable;
import dev.gatehouse.report.view.Labels;
import dev.gatehouse.report.view.LimitLine;
import dev.gatehouse.report.view.Line;
import dev.gatehouse.report.view.MeasureLine;
import dev.gatehouse.report.view.SensitivityView;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The side-by-side parts. More designs than a line has room for follow in further tables. */
final class TablesText {
    private TablesText() {}

    static String table(ComparisonView view, Palette palette) {
        return inParts(view, palette, "", (table, part) -> {
            view.lines().forEach(line -> line(table, line, part));
            table.line(Cell.plain("verdict"), part.cells(at -> {
                Column column = view.columns().get(at);
                return new Cell(
                        Labels.sign(column.answer().verdict()) + " "
                                + Labels.state(column.answer().verdict()),
                        Ink.of(column.answer().verdict()));
            }));
        });
    }

    private static void line(TextTable table, Line line, Part part) {
        table.line(
                Cell.plain(line.label()),
                part.cells(at -> new Cell(
                        line.marks().get(at).text(), Ink.of(line.marks().get(at).state()))));
    }

    static String legend(ComparisonView view, Palette palette) {
        StringBuilder legend = new StringBuilder("\n");
        int widest = view.columns().stream()
                .mapToInt(column -> column.id().length())
                .max()
                .orElse(0);
        for (Column column : view.columns()) {
            String id = column.id() + " ".repeat(widest - column.id().length());
            legend.append(Wrap.block(
                    column.title(),
                    "  " + column.head()
                            + " ".repeat(Math.max(1, 4 - column.head().length())) + palette.paint(Ink.FAINT, id) + "  ",
                    " ".repeat(8 + widest)));
        }
        legend.append(palette.paint(Ink.FAINT, "  ✓ kept  ! kept if you see to it  ? unknown  ✗ broken  · not asked"))
                .append('\n');
        if (view.hasChanges()) {
            legend.append(palette.paint(Ink.FAINT, "  * comes to something else today"))
                    .append('\n');
        }
        return legend.toString();
    }

    static String limits(ComparisonView view, Palette palette) {
        if (view.limits().isEmpty()) {
            return "";
        }
        String hops = view.limits().stream()
                .flatMap(line -> line.limits().stream())
                .flatMap(java.util.Optional::stream)
                .map(Limit::setBy)
                .distinct()
                .sorted()
                .map(TablesText::explained)
                .collect(Collectors.joining(", "));
        return inParts(view, palette, "Limits, and the hop that sets each", (table, part) -> {
                    for (LimitLine line : view.limits()) {
                        table.line(
                                Cell.plain(line.label()),
                                part.cells(at -> Cell.plain(line.limits()
                                        .get(at)
                                        .map(limit -> limit.value() + " " + Labels.shortHop(limit.setBy()))
                                        .orElse("-"))));
                        table.line(
                                Cell.plain(""),
                                part.cells(at -> new Cell(
                                        line.limits()
                                                .get(at)
                                                .map(LimitLine::room)
                                                .orElse(""),
                                        Ink.FAINT)));
                    }
                })
                + view.sharedLimits().stream()
                        .map(shared -> Wrap.block(shared, "  "))
                        .collect(Collectors.joining())
                + Wrap.block(LimitLine.LEGEND, "  ")
                + Wrap.block(hops, "  ");
    }

    private static String explained(HopKind hop) {
        return Labels.shortHop(hop).equals(hop.id()) ? hop.id() : Labels.shortHop(hop) + " = " + hop.id();
    }

    static String measures(ComparisonView view, Palette palette) {
        if (view.measures().isEmpty()) {
            return "";
        }
        return inParts(view, palette, "Measures", (table, part) -> {
            for (MeasureLine line : view.measures()) {
                table.line(
                        Cell.plain(line.id()),
                        part.cells(at -> Cell.plain(
                                line.measures().get(at).map(MeasureLine::text).orElse("-"))));
            }
        });
    }

    static String sensitivity(ComparisonView view, SensitivityView sensitivity, Palette palette) {
        return inParts(
                view,
                palette,
                SensitivityText.TITLE,
                (table, part) -> sensitivity
                        .lines()
                        .forEach(line -> table.line(
                                Cell.plain(line.label()),
                                part.cells(at -> Cell.plain(line.cells().get(at))))));
    }

    static String figure(ComparisonView view, FigureTable figure, Palette palette) {
        return inParts(view, palette, figure.title(), (table, part) -> {
                    for (FigureTable.Row row : figure.rows()) {
                        table.line(
                                Cell.plain(row.label()),
                                part.cells(at -> Cell.plain(row.cells().get(at))));
                    }
                })
                + figure.notes().stream()
                        .map(note -> palette.paint(
                                        Ink.FAINT,
                                        Wrap.block(note, "  ", "    ").stripTrailing()) + "\n")
                        .collect(Collectors.joining());
    }

    /** What is said of components, by subject. */
    static String sayings(ComparisonView view, Palette palette) {
        StringBuilder text = new StringBuilder();
        view.sayings().forEach((subject, sayings) -> {
            text.append('\n')
                    .append(palette.paint(Ink.STRONG, Labels.heading(subject)))
                    .append('\n');
            sayings.forEach(saying -> text.append(Wrap.block(
                    saying.whose(view) + ": " + saying.text()
                            + saying.evidence()
                                    .map(evidence -> " [" + evidence.kind().word() + "]")
                                    .orElse(""),
                    "  ",
                    "    ")));
        });
        return text.toString();
    }

    /** Which columns a table has room for. */
    private record Part(int from, int to) {
        List<Cell> cells(Function<Integer, Cell> cell) {
            return IntStream.range(from, to).boxed().map(cell).toList();
        }
    }

    /** Writes the lines of one part. */
    private interface Lines {
        void write(TextTable table, Part part);
    }

    private static String inParts(ComparisonView view, Palette palette, String title, Lines lines) {
        StringBuilder text = new StringBuilder();
        if (!title.isEmpty()) {
            text.append('\n').append(palette.paint(Ink.STRONG, title)).append('\n');
        }
        for (int from = 0; from < view.columns().size(); from += TextTable.COLUMNS) {
            Part part = new Part(
                    from, Math.min(from + TextTable.COLUMNS, view.columns().size()));
            TextTable table = new TextTable(palette);
            table.line(
                    Cell.plain(""),
                    part.cells(at -> new Cell(view.columns().get(at).head(), Ink.STRONG)));
            lines.write(table, part);
            text.append(from > 0 ? "\n" : "").append(table);
        }
        return text.toString();
    }
}

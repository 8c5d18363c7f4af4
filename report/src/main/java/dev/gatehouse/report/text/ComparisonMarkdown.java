package dev.gatehouse.report.text;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.Limit;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.report.view.Column;
import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.view.FigureTable;
import dev.gatehouse.report.view.Labels;
import dev.gatehouse.report.view.LimitLine;
import dev.gatehouse.report.view.Line;
import dev.gatehouse.report.view.MeasureLine;
import dev.gatehouse.report.view.Opening;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison as GitHub-flavoured Markdown. */
public final class ComparisonMarkdown {
    private final ComparisonView view;
    private final Comparison comparison;
    private final StringBuilder text = new StringBuilder();

    private ComparisonMarkdown(ComparisonView view) {
        this.view = view;
        this.comparison = view.comparison();
    }

    /** Writes a comparison. */
    public static String of(Comparison comparison) {
        return new ComparisonMarkdown(ComparisonView.of(comparison)).document();
    }

    private String document() {
        text.append("# ").append(Markdown.text(comparison.spec().name())).append(": the designs side by side\n\n");
        text.append(Markdown.text(comparison.spec().region() + ", "
                        + comparison.spec().zones() + " zones, as of " + comparison.asOf() + "."))
                .append("\n\n**")
                .append(Markdown.text(comparison.verdict()))
                .append("**\n\n");
        table();
        section(State.BROKEN, "Broken");
        section(State.CONDITIONAL, "Kept if you see to it");
        section(State.UNKNOWN, "Unknown");
        for (FigureTable figure : view.figures()) {
            figure(figure);
            if (figure.id().equals("cost")) {
                text.append(SensitivityMarkdown.of(view));
            }
        }
        limits();
        measures();
        sayings();
        study();
        return text.toString();
    }

    private void table() {
        head(column -> column.head());
        for (Line line : view.lines()) {
            row(line.label(), line.marks().stream().map(mark -> mark.text()).toList());
        }
        row(
                "**verdict**",
                view.columns().stream()
                        .map(column -> "**" + Labels.sign(column.answer().verdict()) + " "
                                + Labels.state(column.answer().verdict()) + "**")
                        .toList());
        text.append("\n✓ kept · ! kept if you see to it · ? unknown · ✗ broken · · not asked")
                .append(view.hasChanges() ? " · \\* comes to something else today" : "")
                .append("\n\n");
        for (Column column : view.columns()) {
            text.append("- **").append(column.head()).append("** ").append(Markdown.text(column.title()));
            text.append(" (`").append(column.id()).append("`)\n");
        }
    }

    private void section(State state, String title) {
        List<Opening> openings = view.openings(state);
        if (openings.isEmpty()) {
            return;
        }
        text.append("\n## ").append(title).append("\n\n");
        for (Opening opening : openings) {
            text.append("- **")
                    .append(opening.cell().row())
                    .append("** in ")
                    .append(Markdown.text(opening.places(view)))
                    .append('\n');
            CellText.lines(opening.cell())
                    .forEach(line ->
                            text.append("  - ").append(Markdown.text(line)).append('\n'));
            opening.cell()
                    .evidence()
                    .ifPresent(evidence -> text.append("  - *")
                            .append(Markdown.evidence(evidence))
                            .append("*\n"));
        }
    }

    private void limits() {
        if (view.limits().isEmpty()) {
            return;
        }
        text.append("\n## Limits, and the hop that sets each\n\n");
        head(Column::head);
        for (LimitLine line : view.limits()) {
            row(
                    line.label(),
                    line.limits().stream()
                            .map(limit -> limit.map(ComparisonMarkdown::setBy).orElse("-"))
                            .toList());
        }
        text.append('\n');
        Stream.concat(view.sharedLimits().stream(), Stream.of(LimitLine.LEGEND.replace("below", "behind")))
                .forEach(note -> text.append("- ").append(Markdown.text(note)).append('\n'));
    }

    private static String setBy(Limit limit) {
        return limit.value() + " by " + limit.setBy() + " (" + LimitLine.room(limit) + ")";
    }

    private void figure(FigureTable figure) {
        text.append("\n## ").append(Markdown.text(figure.title())).append("\n\n");
        head(Column::head);
        figure.rows().forEach(row -> row(row.label(), row.cells()));
        text.append('\n');
        figure.notes()
                .forEach(note -> text.append("- ").append(Markdown.text(note)).append('\n'));
    }

    private void sayings() {
        view.sayings().forEach((subject, sayings) -> {
            text.append("\n## ").append(Labels.heading(subject)).append("\n\n");
            sayings.forEach(saying -> text.append("- ")
                    .append(Markdown.text(saying.whose(view) + ": " + saying.text()))
                    .append(saying.evidence()
                            .map(evidence -> " *" + Markdown.evidence(evidence) + "*")
                            .orElse(""))
                    .append('\n'));
        });
    }

    private void measures() {
        if (view.measures().isEmpty()) {
            return;
        }
        text.append("\n## Measures\n\n");
        head(Column::head);
        for (MeasureLine line : view.measures()) {
            row(
                    line.id(),
                    line.measures().stream()
                            .map(measure -> measure.map(MeasureLine::text).orElse("-"))
                            .toList());
        }
    }

    private void study() {
        if (comparison.study().isEmpty()) {
            return;
        }
        text.append("\n## The study of 19 November 2020, claim by claim\n\n");
        text.append("| claim | on that day | now | by |\n|---|---|---|---|\n");
        comparison
                .study()
                .forEach(answer -> row(answer.text(), List.of(Labels.then(answer.then()), answer.now(), answer.by())));
    }

    private void head(Function<Column, String> head) {
        text.append("| ");
        view.columns()
                .forEach(column -> text.append("| ").append(head.apply(column)).append(' '));
        text.append("|\n|---").append("|---".repeat(view.columns().size())).append("|\n");
    }

    private void row(String label, List<String> cells) {
        text.append("| ")
                .append(label.startsWith("**") ? label : Markdown.text(label))
                .append(cells.stream()
                        .map(cell -> cell.startsWith("**") ? cell : Markdown.text(cell))
                        .collect(Collectors.joining(" | ", " | ", " |\n")));
    }
}

package dev.gatehouse.report.guide;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Requirement;
import dev.gatehouse.report.text.CellText;
import dev.gatehouse.report.text.Markdown;
import dev.gatehouse.report.view.Column;
import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.view.Labels;
import dev.gatehouse.report.view.Opening;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An architecture decision record, filled in from a comparison. */
public final class DecisionRecord {
    private final ComparisonView view;
    private final Comparison comparison;
    private final DesignAnswer chosen;
    private final StringBuilder text = new StringBuilder();

    private DecisionRecord(ComparisonView view) {
        this.view = view;
        this.comparison = view.comparison();
        this.chosen = comparison.chosen();
    }

    /** The record as Markdown. */
    public static String of(ComparisonView view) {
        DecisionRecord record = new DecisionRecord(view);
        record.context();
        record.options();
        record.decision();
        record.consequences();
        record.whatWouldChangeIt();
        return record.text.toString();
    }

    private void context() {
        PlatformSpec spec = comparison.spec();
        text.append("# The API gateway layer of ")
                .append(Markdown.text(spec.name()))
                .append("\n\n");
        text.append("Proposed, on what was known on ").append(comparison.asOf()).append(".\n\n## Context\n\n");
        text.append(Markdown.text(
                        spec.name() + " serves " + counted(spec.models().size(), "model") + " in "
                                + spec.region() + " over " + spec.zones() + " zones, to "
                                + counted(spec.entries().size(), "entry") + ":"))
                .append("\n\n");
        spec.models()
                .forEach(model -> text.append("- ")
                        .append(Markdown.text(model.name() + " for " + String.join(", ", model.entries()) + ": "
                                + model.load().peak() + " at peak, requests of "
                                + model.load().request() + ", answers of "
                                + model.load().response()))
                        .append('\n'));
        Set<String> words = new LinkedHashSet<>();
        spec.requirements().stream().map(Requirement::word).forEach(words::add);
        text.append(
                words.isEmpty()
                        ? "\nIt promises nothing beyond what its models imply.\n"
                        : "\nIt promises " + Markdown.text(String.join(", ", words)) + ".\n");
    }

    private static String counted(int count, String what) {
        String many = what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
        return count + " " + (count == 1 ? what : many);
    }

    private void options() {
        text.append("\n## Options\n\n| design | verdict | broken | unknown | conditions of yours | hops |\n");
        text.append("|---|---|---|---|---|---|\n");
        for (Column column : view.columns()) {
            DesignAnswer answer = column.answer();
            text.append("| ")
                    .append(Markdown.text(answer.design().title()))
                    .append(" (`")
                    .append(column.id())
                    .append("`) | ");
            text.append(Labels.state(answer.verdict())).append(" | ");
            text.append(answer.count(State.BROKEN))
                    .append(" | ")
                    .append(answer.count(State.UNKNOWN))
                    .append(" | ");
            text.append(answer.conditionsOfYours().size()).append(" | ");
            text.append(answer.topology().hops().size()).append(" |\n");
        }
    }

    private void decision() {
        text.append("\n## Decision\n\n**")
                .append(Markdown.text(chosen.design().title()))
                .append("** (`");
        text.append(chosen.design().id())
                .append("`).\n\nThe order of choice: fewest broken promises, then fewest unknown, ");
        text.append("then fewest conditions of yours, then fewest hops.");
        second().ifPresent(next -> text.append(" Next comes ")
                .append(Markdown.text(next.design().title()))
                .append(", which has ")
                .append(difference(next))
                .append("."));
        text.append("\n\n").append(Markdown.text(comparison.verdict())).append("\n");
    }

    /** What would be chosen if the chosen design were not there. */
    private Optional<DesignAnswer> second() {
        List<DesignAnswer> others = comparison.designs().stream()
                .filter(answer -> !answer.design().equals(chosen.design()))
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(with(others, comparison.rows()).chosen());
    }

    private String difference(DesignAnswer next) {
        for (State state : List.of(State.BROKEN, State.UNKNOWN)) {
            if (next.count(state) != chosen.count(state)) {
                return next.count(state) + " " + Labels.state(state) + " where this one has " + chosen.count(state);
            }
        }
        if (next.conditionsOfYours().size() != chosen.conditionsOfYours().size()) {
            return counted(next.conditionsOfYours().size(), "condition") + " of yours where this one has "
                    + chosen.conditionsOfYours().size();
        }
        return counted(next.topology().hops().size(), "hop") + " where this one has "
                + chosen.topology().hops().size();
    }

    private void consequences() {
        ComparisonView own = ComparisonView.of(with(List.of(chosen), comparison.rows()));
        text.append("\n## Consequences\n\n");
        String kept = own.openings(State.KEPT).stream()
                .map(opening -> opening.cell().row())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!kept.isEmpty()) {
            text.append("Kept by the generated files alone, somewhere or everywhere: ")
                    .append(Markdown.text(kept))
                    .append(".\n\n");
        }
        lines(own, State.BROKEN, "Broken, and accepted with this decision:");
        lines(own, State.UNKNOWN, "Not known yet:");
        if (!chosen.conditionsOfYours().isEmpty()) {
            text.append("Yours to see to:\n\n");
            chosen.conditionsOfYours()
                    .forEach(condition -> text.append("- [ ] ")
                            .append(Markdown.text(condition.text()))
                            .append('\n'));
            text.append('\n');
        }
    }

    private void lines(ComparisonView own, State state, String title) {
        List<Opening> openings = own.openings(state);
        if (openings.isEmpty()) {
            return;
        }
        text.append(title).append("\n\n");
        for (Opening opening : openings) {
            String where = opening.inside();
            text.append("- ")
                    .append(Markdown.text(opening.cell().row() + (where.isEmpty() ? "" : " (" + where + ")") + ": "
                            + String.join("; ", CellText.lines(opening.cell()))))
                    .append('\n');
        }
        text.append('\n');
    }

    private void whatWouldChangeIt() {
        text.append("## What would change it\n\n");
        int before = text.length();
        for (String row : comparison.rows()) {
            List<String> rest = comparison.rows().stream()
                    .filter(other -> !other.equals(row))
                    .toList();
            DesignAnswer instead = with(comparison.designs(), rest).chosen();
            if (!instead.design().equals(chosen.design())) {
                text.append("- Without ")
                        .append(Markdown.text(row))
                        .append(" the choice would be ")
                        .append(Markdown.text(instead.design().title()))
                        .append(" (`")
                        .append(instead.design().id())
                        .append("`).\n");
            }
        }
        String unknown = chosen.cells().stream()
                .filter(cell -> cell.state() == State.UNKNOWN)
                .map(cell -> cell.row())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            text.append("- An answer to what is unknown here: ")
                    .append(Markdown.text(unknown))
                    .append(".\n");
        }
        comparison.designs().stream()
                .filter(answer -> !answer.design().equals(chosen.design()))
                .flatMap(answer -> answer.cells().stream())
                .filter(cell -> cell.change().isPresent())
                .map(cell -> cell.row())
                .distinct()
                .forEach(row -> text.append("- Facts that changed since ")
                        .append(comparison.asOf())
                        .append(": ")
                        .append(Markdown.text(row))
                        .append(" has another answer today.\n"));
        if (text.length() == before) {
            text.append("No single promise: without any one of them the choice would be the same.\n");
        }
    }

    private Comparison with(List<DesignAnswer> designs, List<String> rows) {
        List<DesignAnswer> answers = designs.stream()
                .map(answer -> new DesignAnswer(
                        answer.topology(),
                        answer.cells().stream()
                                .filter(cell -> rows.contains(cell.row()))
                                .toList(),
                        answer.limits(),
                        answer.measures(),
                        answer.findings()))
                .toList();
        return new Comparison(
                comparison.spec(),
                comparison.facts(),
                comparison.asOf(),
                rows,
                answers,
                List.of(),
                comparison.verdict());
    }
}

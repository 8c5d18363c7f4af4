package dev.gatehouse.report.guide;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.report.generated.DesignFiles;
import dev.gatehouse.report.text.CellText;
import dev.gatehouse.report.text.Markdown;
import dev.gatehouse.report.view.Column;
import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.view.Labels;
import dev.gatehouse.report.view.Opening;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a design is, what it keeps and breaks for this platform, what is yours to see to, and how to deploy it. */
public final class DesignGuide {
    private final Comparison comparison;
    private final ComparisonView view;
    private final Column column;
    private final DesignFiles design;
    private final StringBuilder text = new StringBuilder();

    private DesignGuide(ComparisonView whole, Column column, DesignFiles design) {
        this.comparison = whole.comparison();
        this.view = ComparisonView.of(new Comparison(
                comparison.spec(),
                comparison.facts(),
                comparison.asOf(),
                comparison.rows(),
                List.of(column.answer()),
                List.of(),
                comparison.verdict()));
        this.column = column;
        this.design = design;
    }

    /** The page of one design of a comparison, as Markdown. */
    public static String of(ComparisonView comparison, Column column, DesignFiles design) {
        return new DesignGuide(comparison, column, design).page();
    }

    private String page() {
        text.append("# ")
                .append(Markdown.text(column.answer().design().title()))
                .append("\n\n`");
        text.append(column.id())
                .append("` for ")
                .append(Markdown.text(comparison.spec().name()))
                .append(", as of ");
        text.append(comparison.asOf())
                .append(": **")
                .append(Labels.state(column.answer().verdict()))
                .append("**.\n\n");
        text.append("A request meets ")
                .append(column.answer().topology().hops().stream()
                        .map(hop -> Labels.hop(comparison.facts(), hop.kind()) + " ("
                                + hop.stance().word() + ")")
                        .map(Markdown::text)
                        .collect(Collectors.joining(", then ")))
                .append(".\n\n![The path, and which hop keeps which promise](diagram.svg)\n\n");
        text.append("## What it keeps and breaks here\n\n");
        section(State.BROKEN, "Broken");
        section(State.UNKNOWN, "Unknown");
        section(State.CONDITIONAL, "Kept if you see to it");
        section(State.KEPT, "Kept");
        limits();
        conditions();
        text.append("## How to deploy it\n\n").append(DeployGuide.of(design));
        return text.toString();
    }

    private void section(State state, String title) {
        List<Opening> openings = view.openings(state);
        if (openings.isEmpty()) {
            return;
        }
        text.append("**").append(title).append("**\n\n");
        for (Opening opening : openings) {
            String where = opening.inside();
            text.append("- ").append(Markdown.text(opening.cell().row()));
            text.append(where.isEmpty() ? "" : " (" + Markdown.text(where) + ")")
                    .append(": ");
            text.append(Markdown.text(String.join("; ", CellText.lines(opening.cell()))))
                    .append('\n');
        }
        text.append('\n');
    }

    private void limits() {
        if (column.answer().limits().isEmpty()) {
            return;
        }
        text.append("## Limits\n\n| limit | for | value | set by | known |\n|---|---|---|---|---|\n");
        column.answer()
                .limits()
                .forEach(limit -> text.append("| ")
                        .append(Stream.of(
                                        limit.id(),
                                        limit.model().orElse("every model"),
                                        limit.value().toString(),
                                        limit.setBy().id(),
                                        limit.fact().evidence().kind().word())
                                .map(Markdown::text)
                                .collect(Collectors.joining(" | ")))
                        .append(" |\n"));
        text.append('\n');
    }

    private void conditions() {
        Set<String> yours = new LinkedHashSet<>();
        column.answer().conditionsOfYours().forEach(condition -> yours.add(condition.text()));
        design.kubernetes().conditions().stream()
                .filter(Condition::isYours)
                .forEach(condition -> yours.add(condition.text()));
        if (yours.isEmpty()) {
            return;
        }
        text.append("## Yours to see to\n\n");
        yours.forEach(condition ->
                text.append("- [ ] ").append(Markdown.text(condition)).append('\n'));
        text.append('\n');
    }
}

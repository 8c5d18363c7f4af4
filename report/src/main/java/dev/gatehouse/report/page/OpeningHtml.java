package dev.gatehouse.report.page;

import dev.gatehouse.model.compare.Broken;
import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.Cure;
import dev.gatehouse.model.compare.Kept;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.compare.Unknown;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.view.Labels;
import dev.gatehouse.report.view.Opening;
import java.util.List;
import java.util.stream.Collectors;

/** What stands behind a cell: who, why, on what conditions, what would cure it, and how that is known. */
final class OpeningHtml {
    private final ComparisonView view;
    private final StringBuilder html = new StringBuilder();

    private OpeningHtml(ComparisonView view) {
        this.view = view;
    }

    static String of(ComparisonView view, Opening opening) {
        OpeningHtml html = new OpeningHtml(view);
        html.write(opening);
        return html.html.toString();
    }

    private void write(Opening opening) {
        Cell cell = opening.cell();
        String designs = opening.where().stream()
                .map(where -> where.column().id())
                .distinct()
                .collect(Collectors.joining(" "));
        html.append("<div class=\"opening ")
                .append(cell.state().word())
                .append("\" data-designs=\"")
                .append(Html.text(designs))
                .append("\">\n<div class=\"where\">")
                .append(Html.pill(cell.state()))
                .append(Html.element("span", "places", "in " + opening.places(view)))
                .append("</div>\n");
        outcome(cell);
        cell.waiver()
                .ifPresent(waiver ->
                        paragraph("Waived until " + waiver.until() + " by " + waiver.by() + ": " + waiver.reason()));
        cell.change().ifPresent(this::change);
        cell.facts().stream().distinct().forEach(this::fact);
        html.append("</div>\n");
    }

    private void outcome(Cell cell) {
        if (cell.outcome() instanceof Kept kept) {
            String backstops = kept.backstops().stream().map(this::hop).collect(Collectors.joining(", "));
            paragraph(kept.keeper().map(keeper -> hop(keeper) + ": ").orElse("")
                    + kept.why()
                    + (backstops.isEmpty() ? "" : "; behind it " + backstops));
            conditions(
                    "Yours to see to",
                    kept.conditions().stream().filter(Condition::isYours).toList());
            conditions(
                    "Seen to by the generated files",
                    kept.conditions().stream()
                            .filter(condition -> !condition.isYours())
                            .toList());
        } else if (cell.outcome() instanceof Broken broken) {
            paragraph(hop(broken.dueTo()) + ": " + broken.why());
            broken.cures().forEach(this::cure);
        } else if (cell.outcome() instanceof Unknown unknown) {
            paragraph(unknown.missing());
        }
    }

    private String hop(HopKind kind) {
        return Labels.hop(view.comparison().facts(), kind);
    }

    private void conditions(String title, List<Condition> conditions) {
        if (conditions.isEmpty()) {
            return;
        }
        html.append("<p>").append(Html.text(title)).append(":</p>\n<ul>");
        conditions.forEach(condition -> html.append(Html.element("li", "", condition.text())));
        html.append("</ul>\n");
    }

    /** A path that the page shows is linked; another is named, as {@code generate} takes it. */
    private void cure(Cure cure) {
        html.append("<p><strong>Cure:</strong> ").append(Html.text(cure.text()));
        cure.design()
                .ifPresent(id -> html.append(" (")
                        .append(
                                view.columns().stream()
                                                .anyMatch(column -> column.id().equals(id))
                                        ? "<a href=\"#" + Html.text(id) + "\">" + Html.text(id) + "</a>"
                                        : "<code>" + Html.text(id) + "</code>")
                        .append(")"));
        html.append(Html.text(cure.price())).append("</p>\n");
    }

    private void change(Cell.Change change) {
        State today = change.today();
        String by = change.by().stream()
                .map(fact -> fact.launch().orElse(fact.text())
                        + fact.since().map(since -> " (" + since + ")").orElse(""))
                .distinct()
                .collect(Collectors.joining("; "));
        html.append("<p>Today: ")
                .append(Html.pill(today))
                .append(by.isEmpty() ? "" : " by " + Html.text(by))
                .append("</p>\n");
    }

    private void fact(Fact fact) {
        html.append("<p class=\"evidence\">")
                .append(Html.text(fact.text()))
                .append(fact.since().map(since -> " (since " + since + ")").orElse(""))
                .append(" · ")
                .append(Html.evidence(fact.evidence()))
                .append("</p>\n");
    }

    private void paragraph(String plain) {
        html.append("<p>").append(Html.text(plain)).append("</p>\n");
    }
}

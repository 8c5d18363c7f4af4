package dev.gatehouse.report.page;

import dev.gatehouse.model.compare.State;
import dev.gatehouse.report.view.Column;
import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.view.Labels;
import dev.gatehouse.report.view.Line;
import dev.gatehouse.report.view.Mark;
import dev.gatehouse.report.view.Opening;
import java.util.List;

/** The table of rows and designs; under each line a hidden one with what stands behind its cells. */
final class MatrixHtml {
    private final ComparisonView view;
    private final StringBuilder html = new StringBuilder();

    private MatrixHtml(ComparisonView view) {
        this.view = view;
    }

    static String of(ComparisonView view) {
        MatrixHtml matrix = new MatrixHtml(view);
        matrix.write();
        return matrix.html.toString();
    }

    private void write() {
        html.append(
                        "<div class=\"panel\"><table class=\"matrix\" role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">")
                .append("<th role=\"columnheader\" scope=\"col\">Promise</th>");
        for (Column column : view.columns()) {
            html.append("<th role=\"columnheader\" scope=\"col\">")
                    .append(Html.text(column.head()))
                    .append(Html.element("small", "", column.title()))
                    .append("</th>");
        }
        html.append("</tr></thead>\n<tbody role=\"rowgroup\">\n");
        for (int at = 0; at < view.lines().size(); at++) {
            line(view.lines().get(at), "behind-" + (at + 1));
        }
        html.append("<tr class=\"total\" role=\"row\"><th role=\"rowheader\" scope=\"row\">Verdict</th>");
        for (Column column : view.columns()) {
            State verdict = column.answer().verdict();
            html.append("<td role=\"cell\" data-head=\"")
                    .append(Html.text(column.head()))
                    .append("\">")
                    .append(Html.element("span", verdict.word(), Labels.sign(verdict) + " " + Labels.state(verdict)))
                    .append("</td>");
        }
        html.append("</tr>\n</tbody></table></div>\n").append(legend());
    }

    private void line(Line line, String id) {
        html.append(
                        "<tr role=\"row\"><th role=\"rowheader\" scope=\"row\"><button type=\"button\" aria-expanded=\"false\" aria-controls=\"")
                .append(id)
                .append("\">")
                .append(Html.text(Labels.heading(line.row())))
                .append(line.entry().map(name -> " · " + Html.text(name)).orElse(""))
                .append(Html.element("small", "", line.row()))
                .append("</button></th>");
        for (int at = 0; at < view.columns().size(); at++) {
            cell(view.columns().get(at), line.marks().get(at), id);
        }
        html.append("</tr>\n");
        List<Opening> openings = view.openings().stream()
                .filter(opening -> opening.cell().row().equals(line.row()))
                .filter(opening -> opening.where().stream().anyMatch(where -> line.covers(where.entry())))
                .filter(opening -> opening.state() != State.NOT_ASKED)
                .toList();
        boolean breaks = openings.stream().anyMatch(opening -> opening.state() == State.BROKEN);
        html.append("<tr class=\"detail")
                .append(breaks ? " breaks" : "")
                .append("\" role=\"row\" id=\"")
                .append(id)
                .append("\"><td role=\"cell\" colspan=\"")
                .append(view.columns().size() + 1)
                .append("\">\n");
        openings.forEach(opening -> html.append(OpeningHtml.of(view, opening)));
        html.append(openings.isEmpty() ? "The spec does not ask for it." : "").append("</td></tr>\n");
    }

    private void cell(Column column, Mark mark, String id) {
        html.append("<td role=\"cell\" data-head=\"")
                .append(Html.text(column.head()))
                .append("\"><button type=\"button\" class=\"")
                .append(mark.state().word())
                .append("\" data-design=\"")
                .append(Html.text(column.id()))
                .append("\" aria-expanded=\"false\" aria-controls=\"")
                .append(id)
                .append("\">")
                .append(Html.text(mark.text()));
        if (!mark.models().isEmpty()) {
            html.append(Html.element("small", "", String.join(", ", mark.models())));
        }
        html.append("</button></td>");
    }

    private String legend() {
        return "<ul class=\"legend\"><li>✓ kept</li><li>! kept if you see to it</li><li>? unknown</li>"
                + "<li>✗ broken</li><li>· not asked</li>"
                + (view.hasChanges() ? "<li>* comes to something else today</li>" : "")
                + "</ul>\n";
    }
}

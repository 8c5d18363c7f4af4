package dev.gatehouse.report.page;

import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.report.diagram.DifferencesSvg;
import dev.gatehouse.report.view.ResultView;
import java.util.List;

/** Results of load tests. */
final class ResultsHtml {
    private ResultsHtml() {}

    static String of(List<Measurement> measurements) {
        StringBuilder html = new StringBuilder();
        measurements.forEach(measurement -> part(html, measurement));
        return html.toString();
    }

    private static void part(StringBuilder html, Measurement measurement) {
        ResultView view = new ResultView(measurement);
        html.append("<article class=\"result\">\n").append(Html.element("h3", "", view.question()));
        html.append(Html.element("p", "hint", view.label()))
                .append(Html.element("p", "", view.standing()))
                .append('\n');
        if (!view.reasons().isEmpty()) {
            html.append("<ul>");
            view.reasons().forEach(reason -> html.append(Html.element("li", "", reason)));
            html.append("</ul>\n");
        }
        html.append(Html.element("p", "", view.knee())).append('\n');
        view.noiseFloor()
                .ifPresent(floor -> html.append(Html.element("p", "", floor)).append('\n'));
        if (!measurement.verdicts().isEmpty()) {
            html.append("<figure class=\"panel scroll\" tabindex=\"0\">\n")
                    .append(DifferencesSvg.inline(measurement))
                    .append("</figure>\n");
        }
        table(html, view.verdictHeads(), view.verdicts());
        table(html, view.contestantHeads(), view.contestants());
        table(html, view.streamHeads(), view.streams());
        html.append("</article>\n");
    }

    private static void table(StringBuilder html, List<String> heads, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        html.append("<div class=\"panel scroll\" tabindex=\"0\"><table>\n<thead><tr>");
        heads.forEach(head ->
                html.append("<th scope=\"col\">").append(Html.text(head)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            html.append("<tr><th scope=\"row\">").append(Html.text(row.get(0))).append("</th>");
            row.subList(1, row.size()).forEach(cell -> html.append(Html.element("td", "", cell)));
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
    }
}

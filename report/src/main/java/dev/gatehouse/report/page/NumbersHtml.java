package dev.gatehouse.report.page;

import dev.gatehouse.model.compare.Limit;
import dev.gatehouse.model.compare.Measure;
import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.view.Labels;
import dev.gatehouse.report.view.LimitLine;
import dev.gatehouse.report.view.MeasureLine;
import java.util.List;

/** Limits and measures side by side. */
final class NumbersHtml {
    private NumbersHtml() {}

    static String limits(ComparisonView view) {
        StringBuilder html = head(view, "Limit");
        for (LimitLine line : view.limits()) {
            html.append(rowHead(line.id(), line.models()));
            line.limits()
                    .forEach(limit -> html.append("<td>")
                            .append(limit.map(is -> limit(view, is)).orElse("–"))
                            .append("</td>"));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    static String measures(ComparisonView view) {
        StringBuilder html = head(view, "Measure");
        for (MeasureLine line : view.measures()) {
            html.append(rowHead(line.id(), List.of()));
            line.measures()
                    .forEach(measure -> html.append("<td>")
                            .append(measure.map(NumbersHtml::measure).orElse("–"))
                            .append("</td>"));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    static StringBuilder head(ComparisonView view, String title) {
        StringBuilder html = new StringBuilder("<div class=\"panel scroll\" tabindex=\"0\"><table>\n<thead><tr>")
                .append("<th scope=\"col\">")
                .append(title)
                .append("</th>");
        view.columns()
                .forEach(column -> html.append("<th scope=\"col\">")
                        .append(Html.text(column.head()))
                        .append(Html.element("small", "", column.title()))
                        .append("</th>"));
        return html.append("</tr></thead>\n<tbody>\n");
    }

    private static String rowHead(String id, List<String> models) {
        return "<tr><th scope=\"row\">"
                + Html.text(Labels.heading(id) + (models.isEmpty() ? "" : " · " + String.join(", ", models)))
                + Html.element("small", "", id) + "</th>";
    }

    private static String limit(ComparisonView view, Limit limit) {
        List<String> lines = List.of(
                Html.text(limit.value().toString()),
                Html.element(
                        "span",
                        "evidence",
                        "set by " + Labels.hop(view.comparison().facts(), limit.setBy()) + ", "
                                + limit.fact().evidence().kind().word()),
                limit.headroom()
                                .map(room -> Html.element("span", "evidence", room) + "<br>")
                                .orElse("")
                        + Html.element("span", "evidence", limit.raise().words()));
        return String.join("<br>", lines);
    }

    private static String measure(Measure measure) {
        return Html.text(MeasureLine.text(measure));
    }
}

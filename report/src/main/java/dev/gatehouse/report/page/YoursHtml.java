package dev.gatehouse.report.page;

import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.report.view.Column;
import dev.gatehouse.report.view.ComparisonView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The conditions that are yours to see to, as a list to tick off, each with the designs that need it. */
final class YoursHtml {
    private YoursHtml() {}

    static String of(ComparisonView view) {
        Map<Condition, List<Column>> needed = new LinkedHashMap<>();
        for (Column column : view.columns()) {
            column.answer()
                    .conditionsOfYours()
                    .forEach(condition -> needed.computeIfAbsent(condition, any -> new ArrayList<>())
                            .add(column));
        }
        if (needed.isEmpty()) {
            return "<p class=\"hint\">Nothing: the generated files see to every condition.</p>\n";
        }
        StringBuilder html = new StringBuilder("<ul class=\"todo panel\">\n");
        needed.forEach((condition, columns) -> {
            html.append("<li><label><input type=\"checkbox\"> ")
                    .append(Html.element("span", "", condition.text()))
                    .append("</label><span class=\"chips\" aria-label=\"needed by\">");
            columns.forEach(column -> html.append(Html.element("span", "", column.head())));
            html.append("</span></li>\n");
        });
        return html.append("</ul>\n").toString();
    }
}

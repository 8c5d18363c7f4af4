package dev.gatehouse.report.page;

import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.view.SensitivityLine;
import dev.gatehouse.report.view.SensitivityView;

/** What becomes of the costs at another load. */
final class SensitivityHtml {
    private SensitivityHtml() {}

    static String of(ComparisonView view) {
        SensitivityView sensitivity = SensitivityView.of(view);
        StringBuilder html = NumbersHtml.head(view, "More a month");
        for (SensitivityLine line : sensitivity.lines()) {
            html.append("<tr>").append(Html.element("th", "", line.label()).replace("<th>", "<th scope=\"row\">"));
            line.cells().forEach(cell -> html.append(Html.element("td", "", cell)));
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
        if (!sensitivity.pairs().isEmpty()) {
            html.append("<ul class=\"sentences\">\n");
            sensitivity
                    .pairs()
                    .forEach(pair -> html.append(Html.element("li", "", pair)).append('\n'));
            html.append("</ul>\n");
        }
        return html.append(Html.element("p", "hint", sensitivity.load()))
                .append('\n')
                .toString();
    }
}

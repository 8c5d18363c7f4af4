package dev.gatehouse.report.page;

import dev.gatehouse.model.finding.Finding;
import java.util.List;

/** Findings, by place. */
final class FindingsHtml {
    private FindingsHtml() {}

    static String of(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "<p class=\"hint\">None.</p>\n";
        }
        StringBuilder html = new StringBuilder("<ul class=\"findings panel\">\n");
        for (Finding finding : findings) {
            html.append("<li><span class=\"mono\">")
                    .append(finding.rule().text())
                    .append("</span> ")
                    .append(Html.element(
                            "span",
                            finding.severity().word(),
                            finding.severity().word()))
                    .append(" ")
                    .append(Html.element("span", "mono place", finding.place().toString()))
                    .append("<br>")
                    .append(Html.text(finding.what()));
            line(html, "", finding.why());
            line(html, "Fix: ", finding.fix());
            html.append("</li>\n");
        }
        return html.append("</ul>\n").toString();
    }

    private static void line(StringBuilder html, String before, String text) {
        if (!text.isEmpty()) {
            html.append("<br>").append(Html.element("span", "evidence", before + text));
        }
    }
}

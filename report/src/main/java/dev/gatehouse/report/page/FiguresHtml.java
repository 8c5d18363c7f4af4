package dev.gatehouse.report.page;

import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.view.FigureTable;
import dev.gatehouse.report.view.Saying;
import java.util.List;

/** Cost, availability, latency and what boards ask, as tables; each with what must be said with it. */
final class FiguresHtml {
    private FiguresHtml() {}

    /** One table and its notes. */
    static String table(ComparisonView view, FigureTable figure) {
        StringBuilder html = new StringBuilder("<div class=\"panel scroll\" tabindex=\"0\"><table class=\"figures of-")
                .append(figure.id())
                .append("\">\n")
                .append("<thead><tr><th scope=\"col\"></th>");
        view.columns()
                .forEach(column -> html.append("<th scope=\"col\">")
                        .append(Html.text(column.head()))
                        .append(Html.element("small", "", column.title()))
                        .append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (FigureTable.Row row : figure.rows()) {
            html.append("<tr>")
                    .append("<th scope=\"row\">")
                    .append(Html.text(row.label()))
                    .append("</th>");
            row.cells().forEach(cell -> html.append(Html.element("td", kind(cell), cell)));
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
        return html.append(notes(figure.notes())).toString();
    }

    /** Of the words of a race those that decide are set off; others are plain. */
    private static String kind(String cell) {
        return switch (cell) {
            case "faster" -> "kept";
            case "slower" -> "broken";
            case "undecided", "unknown" -> "unknown";
            case "-", "·" -> "not-asked";
            default -> "";
        };
    }

    private static String notes(List<String> notes) {
        StringBuilder html = new StringBuilder("<ul class=\"notes\">");
        notes.forEach(note -> html.append(Html.element("li", "", note)));
        return html.append("</ul>\n").toString();
    }

    /** What is said of components, one subject after the other. */
    static String sayings(ComparisonView view, List<Saying> sayings) {
        StringBuilder html = new StringBuilder("<ul class=\"sayings panel\">\n");
        for (Saying saying : sayings) {
            html.append("<li>")
                    .append(Html.element("span", "whose", saying.whose(view)))
                    .append(Html.element("span", "said", saying.text()))
                    .append(saying.evidence()
                            .map(evidence -> "<span class=\"evidence\">" + Html.evidence(evidence) + "</span>")
                            .orElse(""))
                    .append("</li>\n");
        }
        return html.append("</ul>\n").toString();
    }
}

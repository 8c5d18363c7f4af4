package dev.gatehouse.report.page;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.StudyAnswer;
import dev.gatehouse.report.view.Labels;

/** The study's claims, one by one. */
final class StudyHtml {
    private StudyHtml() {}

    static String of(Comparison comparison) {
        StringBuilder html = new StringBuilder("<div class=\"panel scroll\" tabindex=\"0\"><table>\n<thead><tr>"
                + "<th scope=\"col\">Claim</th><th scope=\"col\">On that day</th><th scope=\"col\">Now</th>"
                + "<th scope=\"col\">What decides it</th></tr></thead>\n<tbody>\n");
        comparison.study().forEach(answer -> html.append(claim(answer)));
        return html.append("</tbody></table></div>\n").toString();
    }

    private static String claim(StudyAnswer answer) {
        StringBuilder html = new StringBuilder("<tr><th scope=\"row\">")
                .append(Html.text(answer.text()))
                .append(Html.element("small", "", answer.claim()))
                .append("</th><td>")
                .append(Html.element("span", colour(answer.then()), Labels.then(answer.then())))
                .append("</td><td>")
                .append(Html.element("span", colour(answer.now()), answer.now()))
                .append("</td><td>")
                .append(Html.text(Labels.sentence(answer.by())));
        answer.facts().stream()
                .findFirst()
                .ifPresent(fact -> html.append("<br><span class=\"evidence\">")
                        .append(Html.evidence(fact.evidence()))
                        .append("</span>"));
        return html.append("</td></tr>\n").toString();
    }

    private static String colour(String word) {
        return switch (word) {
            case "holds" -> "kept";
            case "overstated", "changed" -> "conditional";
            default -> "broken";
        };
    }
}

package dev.gatehouse.report.page;

import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.report.diagram.DiagramSvg;
import dev.gatehouse.report.view.Column;
import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.view.Labels;
import dev.gatehouse.report.view.Promise;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One part per design: its drawing, who keeps which promise, and its files. */
final class DesignsHtml {
    private DesignsHtml() {}

    static String of(ComparisonView view, List<String> files) {
        StringBuilder html = new StringBuilder();
        view.columns().forEach(column -> html.append(design(view, column, files)));
        return html.toString();
    }

    private static String design(ComparisonView view, Column column, List<String> files) {
        String path = column.answer().topology().hops().stream()
                .map(hop -> hop.kind().id())
                .collect(Collectors.joining(" → "));
        return "<article class=\"design panel\" id=\"" + Html.text(column.id()) + "\">\n<header><h3>"
                + Html.text(column.head() + " · " + column.title()) + "</h3>"
                + Html.pill(column.answer().verdict()) + Html.element("span", "mono", path)
                + "</header>\n<figure tabindex=\"0\" role=\"group\" aria-label=\"Drawing of "
                + Html.text(column.id()) + "\">"
                + DiagramSvg.inline(column.answer())
                + "</figure>\n<div class=\"body split\">\n<div><h4>Who keeps which promise</h4>\n"
                + keepers(view, column) + "</div>\n<div><h4>Files</h4>\n" + files(column, files)
                + "</div>\n</div>\n</article>\n";
    }

    private static String keepers(ComparisonView view, Column column) {
        Map<Optional<HopKind>, List<Promise>> byHop = new LinkedHashMap<>();
        for (Hop hop : column.answer().topology().hops()) {
            byHop.put(Optional.of(hop.kind()), new ArrayList<>());
        }
        Promise.of(column.answer())
                .forEach(promise -> byHop.computeIfAbsent(promise.hop(), any -> new ArrayList<>())
                        .add(promise));
        StringBuilder html = new StringBuilder("<dl class=\"keepers\">");
        byHop.forEach((hop, promises) -> {
            if (!promises.isEmpty()) {
                html.append(Html.element(
                                "dt",
                                "",
                                hop.map(kind -> Labels.hop(view.comparison().facts(), kind))
                                        .orElse("The path as a whole")))
                        .append("<dd>")
                        .append(promises.stream().map(DesignsHtml::promise).collect(Collectors.joining(" ")))
                        .append("</dd>\n");
            }
        });
        return html.append("</dl>\n").toString();
    }

    private static String promise(Promise promise) {
        return Html.element("span", promise.state().word(), Labels.sign(promise.state()) + " " + promise.text());
    }

    private static String files(Column column, List<String> files) {
        String folder = "designs/" + column.id() + "/";
        return "<ul class=\"plain\">"
                + files.stream()
                        .filter(file -> file.startsWith(folder))
                        .map(file -> FilesHtml.link(file, file.substring(folder.length())))
                        .collect(Collectors.joining())
                + "</ul>\n";
    }
}

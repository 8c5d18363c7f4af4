package dev.gatehouse.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.report.diagram.DiagramSvg;
import dev.gatehouse.report.view.Column;
import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.view.FigureTable;
import dev.gatehouse.report.view.Labels;
import dev.gatehouse.report.write.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of a report. */
public final class IndexHtml {
    private final ComparisonView view;
    private final Comparison comparison;
    private final List<Finding> findings;
    private final List<String> files;
    private final List<Measurement> results;
    private final Origin origin;
    private final StringBuilder html = new StringBuilder();

    private IndexHtml(
            Comparison comparison,
            List<Finding> findings,
            List<String> files,
            List<Measurement> results,
            Origin origin) {
        this.view = ComparisonView.of(comparison);
        this.comparison = comparison;
        this.findings = List.copyOf(findings);
        this.files = List.copyOf(files);
        this.results = List.copyOf(results);
        this.origin = origin;
    }

    /** Writes the page of a report without results of load tests. */
    public static String of(Comparison comparison, List<Finding> findings, List<String> files, Origin origin) {
        return of(comparison, findings, files, List.of(), origin);
    }

    /**
     * Writes the page.
     *
     * @param findings those about the spec and of the comparison, sorted
     * @param files paths of the report's other files, relative to the page
     * @param results of load tests, if there are any
     */
    public static String of(
            Comparison comparison,
            List<Finding> findings,
            List<String> files,
            List<Measurement> results,
            Origin origin) {
        IndexHtml page = new IndexHtml(comparison, findings, files, results, origin);
        page.write();
        return page.html.toString();
    }

    private void write() {
        String name = Html.text(comparison.spec().name());
        html.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; ")
                .append("script-src 'unsafe-inline'\">\n<title>")
                .append(name)
                .append(": the designs side by side</title>\n<style>\n")
                .append(resource("style.css"))
                .append(DiagramSvg.style())
                .append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#comparison\">To the comparison</a>\n");
        bar(name);
        html.append("<main>\n");
        verdict(name);
        section(
                "comparison",
                "Comparison",
                "Open a cell to see who keeps the promise, why, and how that is known; "
                        + "open a row's name for all designs.",
                MatrixHtml.of(view));
        section(
                "designs",
                "Designs",
                "What a request meets, from the clients to the models; below each hop the promises "
                        + "that it keeps (✓), keeps if you see to something (!), or breaks (✗). Dashed wires are not encrypted.",
                DesignsHtml.of(view, files));
        figures();
        section(
                "limits",
                "Limits",
                "The tightest limit of each kind along each path, the hop that sets it, how much of it the platform"
                        + " needs at its peak, and what more takes.",
                NumbersHtml.limits(view));
        section("measures", "Measures", "No promises, but worth weighing.", NumbersHtml.measures(view));
        boards();
        if (!results.isEmpty()) {
            section(
                    "measured",
                    "Measured",
                    "What load tests found; intervals are of 95 %, over rounds. Nothing here changes the comparison.",
                    ResultsHtml.of(results));
        }
        section(
                "yours",
                "Yours to see to",
                "What no generated file can do for you, and the designs that need it.",
                YoursHtml.of(view));
        if (!comparison.study().isEmpty()) {
            section(
                    "study",
                    "The study's claims",
                    "What the study of 19 November 2020 says, whether it held on that day, and "
                            + "whether it holds now.",
                    StudyHtml.of(comparison));
        }
        section("findings", "Findings", "About the spec and the designs, by place.", FindingsHtml.of(findings));
        section(
                "files",
                "Files",
                "Beside this page; the files of each design stand with the design.",
                FilesHtml.of(files));
        html.append("</main>\n<footer>Made by ")
                .append(Html.text(origin.tool()))
                .append(" of a spec with SHA-256 <code>")
                .append(Html.text(origin.specSha256()))
                .append("</code> and facts with SHA-256 <code>")
                .append(comparison.facts().sha256())
                .append("</code>.</footer>\n<script>\n")
                .append(resource("script.js"))
                .append("</script>\n</body>\n</html>\n");
    }

    /** What belongs to one of them follows it. */
    private void figures() {
        for (FigureTable figure : view.figures()) {
            String chart = figure.id().equals("latency") ? RangeChart.of(view) : "";
            section(figure.id(), Html.text(figure.title()), "", chart + FiguresHtml.table(view, figure));
            if (figure.id().equals("cost")) {
                section(
                        "sensitivity",
                        "Another load",
                        "What twice the load and one model more cost, and at which load which design is the cheaper one.",
                        SensitivityHtml.of(view));
            }
        }
    }

    private void boards() {
        if (view.sayings().isEmpty()) {
            return;
        }
        StringBuilder parts = new StringBuilder();
        view.sayings()
                .forEach((subject, sayings) -> parts.append("<details open><summary><h3>")
                        .append(Html.text(Labels.heading(subject)))
                        .append("</h3></summary>\n")
                        .append(FiguresHtml.sayings(view, sayings))
                        .append("</details>\n"));
        section(
                "boards",
                "What boards ask",
                "Of each component: who maintains it, what it does with request ids and traces, what your team runs, and"
                        + " what a lost zone or Region means.",
                parts.toString());
    }

    private void bar(String name) {
        html.append("<header class=\"bar\"><div class=\"inner\"><span class=\"brand\">Gatehouse</span>")
                .append("<span class=\"subject\">")
                .append(name)
                .append("</span><nav aria-label=\"Parts of this page\">")
                .append(
                        "<a href=\"#comparison\">Comparison</a><a href=\"#designs\">Designs</a><a href=\"#cost\">Cost</a>")
                .append("<a href=\"#latency\">Latency</a><a href=\"#limits\">Limits</a>")
                .append(view.sayings().isEmpty() ? "" : "<a href=\"#boards\">Boards</a>")
                .append(results.isEmpty() ? "" : "<a href=\"#measured\">Measured</a>")
                .append("<a href=\"#yours\">Yours</a>")
                .append(comparison.study().isEmpty() ? "" : "<a href=\"#study\">Study</a>")
                .append("<a href=\"#findings\">Findings</a><a href=\"#files\">Files</a></nav></div></header>\n");
    }

    private void verdict(String name) {
        html.append("<section id=\"verdict\">\n<p class=\"eyebrow\">API gateway layer in ")
                .append(Html.text(comparison.spec().region()))
                .append(", ")
                .append(comparison.spec().zones())
                .append(" zones, as of ")
                .append(comparison.asOf())
                .append("</p>\n<h1>")
                .append(name)
                .append("</h1>\n<p class=\"lead\">")
                .append(Html.text(comparison.verdict()))
                .append("</p>\n<ul class=\"cards\">\n");
        view.columns().forEach(this::card);
        html.append("</ul>\n</section>\n");
    }

    private void card(Column column) {
        boolean chosen = column.equals(view.chosen());
        html.append("<li><a class=\"card")
                .append(chosen ? " chosen" : "")
                .append("\" href=\"#")
                .append(Html.text(column.id()))
                .append("\"><span class=\"top\">")
                .append(Html.element("span", "head", column.head()))
                .append(chosen ? Html.element("span", "tag", "chosen") : "")
                .append("</span>")
                .append(Html.element("span", "title", column.title()))
                .append(Html.pill(column.answer().verdict()))
                .append(Html.element("span", "counts", counts(column)))
                .append("</a></li>\n");
    }

    private static String counts(Column column) {
        return Stream.of(State.KEPT, State.CONDITIONAL, State.UNKNOWN, State.BROKEN)
                .filter(state -> column.answer().count(state) > 0)
                .map(state -> column.answer().count(state) + " " + Labels.state(state))
                .collect(Collectors.joining(" · "));
    }

    private void section(String id, String title, String hint, String content) {
        html.append("<section id=\"")
                .append(id)
                .append("\">\n<h2>")
                .append(title)
                .append("</h2>\n")
                .append(hint.isEmpty() ? "" : Html.element("p", "hint", hint) + "\n")
                .append(content)
                .append("</section>\n");
    }

    private static String resource(String name) {
        try (InputStream in = IndexHtml.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the report's archive lacks " + name);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

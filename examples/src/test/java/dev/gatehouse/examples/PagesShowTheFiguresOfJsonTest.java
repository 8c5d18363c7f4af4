package dev.gatehouse.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.explore.Exploration;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.report.guide.DecisionRecord;
import dev.gatehouse.report.page.IndexHtml;
import dev.gatehouse.report.text.ComparisonMarkdown;
import dev.gatehouse.report.text.ComparisonText;
import dev.gatehouse.report.text.ExploreMarkdown;
import dev.gatehouse.report.text.ExploreText;
import dev.gatehouse.report.text.Palette;
import dev.gatehouse.report.text.SummaryText;
import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.report.write.ComparisonJson;
import dev.gatehouse.report.write.ExploreJson;
import dev.gatehouse.report.write.Origin;
import dev.gatehouse.testing.Specs;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every figure of every page stands in the JSON of the same comparison, where {@link NumbersHaveEvidenceTest} sees to
 * its evidence. Only the exceptions of {@link RenderedFigures} do not, each for its reason, and each is needed.
 */
final class PagesShowTheFiguresOfJsonTest {
    private static final Facts FACTS = Facts.bundled();
    private static final Origin ORIGIN = Origin.of("0.1.0", new byte[] {1});
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2020, 11, 19), TODAY);

    private final Map<String, List<String>> unknown = new TreeMap<>();
    private final TreeSet<String> excused = new TreeSet<>();
    private final Map<String, Long> counts = new TreeMap<>();

    @Test
    void every_figure_of_a_page_stands_in_the_json() {
        Specs.examples()
                .forEach((name, spec) -> DAYS.forEach(day -> {
                    compare(name + " as of " + day, spec, day);
                    explore(name + " as of " + day, spec, day);
                }));

        assertThat(unknown).isEmpty();
        assertThat(excused)
                .as("exceptions that some figure needs")
                .isEqualTo(new TreeSet<>(RenderedFigures.EXCEPTIONS.keySet()));
        assertThat(counts.values()).as("figures of each page").allMatch(count -> count >= 10);
    }

    @Test
    void a_figure_that_the_json_does_not_have_is_found() {
        RenderedFigures figures = new RenderedFigures(json("""
                { "perMonth": 1234.567, "sum": "29 s at most", "load": 475668000, "day": "2020-11-19",
                  "designs": [{ "id": "a", "cost": { "items": [
                      { "hop": "x", "item": "y", "amount": 3.25 }, { "hop": "x", "item": "y", "amount": 4.5 }] } }] }
                """));

        assertThat(figures.unknown("1,234.57 USD, within 29 s, 476 M requests, 7.75 USD; yours: 12, 13"))
                .isEmpty();
        assertThat(figures.unknown("1,234.56 USD")).hasSize(1);
        assertThat(figures.unknown("29 ms")).hasSize(1);
        assertThat(figures.unknown("475 M requests")).hasSize(1);
        assertThat(figures.unknown("7.76")).hasSize(1);
        assertThat(RenderedFigures.ofHtml("<style>a { top: 5 }</style><td class=\"n\">1 &lt; 2</td>"))
                .isEqualToIgnoringWhitespace("1 < 2");
    }

    private void compare(String name, PlatformSpec spec, LocalDate day) {
        Comparison comparison = Comparison.of(spec, FACTS, Designs.all(), day, TODAY);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("text", ComparisonText.of(comparison, Palette.PLAIN));
        pages.put("summary", SummaryText.of(comparison, Palette.PLAIN));
        pages.put("markdown", RenderedFigures.ofMarkdown(ComparisonMarkdown.of(comparison)));
        pages.put("html", RenderedFigures.ofHtml(IndexHtml.of(comparison, List.of(), List.of(), ORIGIN)));
        pages.put("decision", RenderedFigures.ofMarkdown(DecisionRecord.of(ComparisonView.of(comparison))));
        hold("compare " + name, pages, ComparisonJson.of(comparison, ORIGIN));
    }

    private void explore(String name, PlatformSpec spec, LocalDate day) {
        Exploration exploration = Exploration.of(spec, FACTS, day, TODAY);
        int all = exploration.paths().size();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("text", ExploreText.of(exploration, all, Palette.PLAIN));
        pages.put("markdown", RenderedFigures.ofMarkdown(ExploreMarkdown.of(exploration, all)));
        hold("explore " + name, pages, ExploreJson.of(exploration, all, ORIGIN));
    }

    private void hold(String name, Map<String, String> pages, String json) {
        RenderedFigures figures = new RenderedFigures(json(json));
        pages.forEach((form, page) -> {
            List<String> found = figures.unknown(page);
            if (!found.isEmpty()) {
                unknown.put(name + ", " + form, found);
            }
            counts.put(name + ", " + form, RenderedFigures.count(page));
        });
        excused.addAll(figures.excused());
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}

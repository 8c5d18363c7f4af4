package dev.gatehouse.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.report.Samples;
import dev.gatehouse.testing.Specs;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of a report. */
final class IndexHtmlTest {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*\"|[^\"<>])*)>");
    private static final Set<String> WITHOUT_END = Set.of("meta", "input", "br");
    private static final List<String> FILES =
            List.of("comparison.json", "designs/nlb-ambassador/README.md", "designs/nlb-ambassador/diagram.svg");

    private static String page(Comparison comparison) {
        return IndexHtml.of(comparison, List.of(), FILES, List.of(), Samples.ORIGIN);
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void every_tag_is_closed_in_turn(Comparison comparison) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(withoutStyleAndScript(page(comparison)));
        while (tags.find()) {
            String tag = tags.group(2);
            if (WITHOUT_END.contains(tag) || tags.group(3).endsWith("/")) {
                continue;
            }
            if (tags.group(1).isEmpty()) {
                open.push(tag);
            } else {
                assertThat(tag).isEqualTo(open.poll());
            }
        }
        assertThat(open).isEmpty();
    }

    private static String withoutStyleAndScript(String page) {
        return page.replaceAll("(?s)<style>.*?</style>", "").replaceAll("(?s)<script>.*?</script>", "");
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void every_id_is_there_once_and_every_link_inside_leads_to_one(Comparison comparison) {
        String page = page(comparison);
        List<String> ids = all(page, " id=\"([^\"]*)\"");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(all(page, " href=\"#([^\"]*)\""));
        assertThat(ids).containsAll(all(page, " aria-controls=\"([^\"]*)\""));
    }

    private static List<String> all(String page, String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void nothing_is_loaded_from_anywhere(Comparison comparison) {
        assertThat(page(comparison))
                .doesNotContain(" src=", "<link", "@import", "url(", "<iframe", "fetch(", "XMLHttpRequest");
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void every_cell_opens_and_every_design_is_drawn(Comparison comparison) {
        String page = page(comparison);

        assertThat(all(page, "<svg class=\"(diagram)\"")).hasSameSizeAs(comparison.designs());
        assertThat(all(page, "<(tr class=\"detail)"))
                .hasSizeGreaterThanOrEqualTo(comparison.rows().size());
        assertThat(page(comparison)).isEqualTo(page);
    }

    @Test
    void a_text_of_the_comparison_can_not_become_markup() {
        String page = page(Samples.everyKindOfCell(Specs.riskModels()));

        assertThat(page)
                .contains("&amp; &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void files_are_linked_at_their_design() {
        assertThat(page(Samples.everyKindOfCell(Specs.iris())))
                .contains("href=\"designs/nlb-ambassador/diagram.svg\">diagram.svg<")
                .contains("href=\"comparison.json\">comparison.json<");
    }
}

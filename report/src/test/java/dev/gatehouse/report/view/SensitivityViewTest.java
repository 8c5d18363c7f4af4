package dev.gatehouse.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.Entries;
import dev.gatehouse.model.spec.Models;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Requirements;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.report.Samples;
import dev.gatehouse.report.page.IndexHtml;
import dev.gatehouse.report.text.ComparisonMarkdown;
import dev.gatehouse.report.text.ComparisonText;
import dev.gatehouse.report.text.Palette;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the costs at another load, in words. */
final class SensitivityViewTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static Comparison comparison(long kilobytes, LocalDate day) {
        PlatformSpec spec = PlatformSpec.named("worked")
                .region("eu-west-1")
                .entry(Entries.entry("public").host("models.example.com"))
                .model(Models.model("iris")
                        .service("iris.serving", 8080)
                        .path("/iris/")
                        .answers(Models.atMost(Duration.ofSeconds(2)))
                        .load(Models.load(
                                Models.perSecond(4),
                                Models.perSecond(8),
                                Models.kilobytes(kilobytes),
                                Models.kilobytes(1))))
                .require(Requirements.webFirewall())
                .build();
        return Comparison.of(spec, Facts.bundled(), Designs.all(), day, TODAY);
    }

    private static SensitivityView view(Comparison comparison) {
        return SensitivityView.of(ComparisonView.of(comparison));
    }

    /** 3.50 x = 29.846 + 0.056 x at 8.666 M requests; the spec's load is 10.512 M: 0.8244 times. */
    @Test
    void names_the_load_above_which_the_other_design_is_cheaper() {
        SensitivityView view = view(comparison(6, TODAY));

        assertThat(view.pairs())
                .hasSize(10)
                .contains(
                        "4a is cheaper than 2 above 8.67 M requests a month (0.824 times the load)",
                        "3 is cheaper than 4a at every load");
        assertThat(view.load())
                .isEqualTo("The load is 10.5 M requests a month, of 6 KB and with answers of 1 KB on average; costs are"
                        + " followed up to 100 times as much.");
    }

    @Test
    void says_so_where_one_design_is_cheaper_at_every_load() {
        assertThat(view(comparison(4000, TODAY)).pairs()).contains("2 is cheaper than 4a at every load");
    }

    @Test
    void is_one_sentence_where_no_price_is_known() {
        SensitivityView view = view(comparison(6, LocalDate.of(2020, 11, 19)));

        assertThat(view.pairs()).singleElement().asString().startsWith("Which one is cheaper is not known: ");
        assertThat(view.lines()).allSatisfy(line -> assertThat(line.cells()).containsOnly("unknown"));
    }

    @Test
    void stands_in_every_form() {
        Comparison comparison = comparison(6, TODAY);
        SensitivityView view = view(comparison);
        String text = ComparisonText.of(comparison, Palette.PLAIN);
        String markdown = ComparisonMarkdown.of(comparison);
        String page = IndexHtml.of(comparison, List.of(), List.of(), Samples.ORIGIN);

        assertThat(view.pairs()).allSatisfy(pair -> {
            assertThat(text).contains(pair);
            assertThat(markdown).contains("- " + pair);
            assertThat(page).contains("<li>" + pair + "</li>");
        });
        assertThat(view.lines()).allSatisfy(line -> {
            assertThat(markdown).contains("| " + line.label() + " | " + String.join(" | ", line.cells()) + " |");
            assertThat(page).contains("<td>" + line.cells().get(0) + "</td>");
        });
    }
}

package dev.gatehouse.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Published;
import dev.gatehouse.report.Samples;
import dev.gatehouse.report.view.Explained;
import dev.gatehouse.testing.Specs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows opened, those of figures too. */
final class ExplainTextTest {
    private static List<Explained> every(Comparison comparison) {
        return comparison.designs().stream()
                .map(DesignAnswer::design)
                .flatMap(design -> Explained.rows(comparison).stream()
                        .flatMap(row -> Explained.of(comparison, row, design.id()).stream()))
                .toList();
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void shows_every_fact_with_its_page_and_date(Comparison comparison) {
        for (Explained explained : every(comparison)) {
            String text = flat(ExplainText.of(explained, Palette.PLAIN));

            for (Fact fact : cited(explained)) {
                assertThat(text)
                        .contains(fact.id().toString())
                        .contains(flat(fact.evidence().described()).strip());
            }
        }
    }

    /** What a cell's change cites is said by its launch only. */
    private static List<Fact> cited(Explained explained) {
        List<Fact> ofCells = explained.cells().stream()
                .flatMap(cell -> cell.facts().stream())
                .toList();
        return explained.cells().isEmpty() ? explained.facts() : ofCells;
    }

    @Test
    void markdown_links_every_page() {
        Comparison comparison = Samples.everyKindOfCell(Specs.riskModels());

        for (Explained explained : every(comparison)) {
            String text = ExplainMarkdown.of(explained);

            cited(explained).forEach(fact -> {
                if (fact.evidence() instanceof Published published) {
                    assertThat(text).contains("<" + published.page() + ">, checked " + published.checked());
                }
            });
        }
    }

    @Test
    void opens_the_figures_of_every_design() {
        Comparison comparison = Samples.everyKindOfCell(Specs.riskModels());

        for (String row : List.of("cost", "latency", "availability", "limits", "measures")) {
            comparison
                    .designs()
                    .forEach(answer -> assertThat(Explained.of(
                                    comparison, row, answer.design().id()))
                            .get()
                            .satisfies(explained -> assertThat(ExplainText.of(explained, Palette.PLAIN))
                                    .contains("\nFigures\n")));
        }
    }

    @Test
    void knows_no_row_and_no_design_that_the_comparison_lacks() {
        Comparison comparison = Samples.everyKindOfCell(Specs.iris());

        assertThat(Explained.of(comparison, "teapot", "nlb-ambassador")).isEmpty();
        assertThat(Explained.of(comparison, "entry", "teapot")).isEmpty();
    }
}

package dev.gatehouse.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.report.Samples;
import dev.gatehouse.testing.Specs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One cell explained. */
final class ExplainTextTest {
    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void shows_every_fact_with_its_page_and_date(Comparison comparison) {
        comparison
                .designs()
                .forEach(answer -> answer.cells().forEach(cell -> {
                    String text = ExplainText.of(
                                    comparison, cell.row(), answer.design().id(), Palette.PLAIN)
                            .orElseThrow()
                            .replaceAll("\\s+", " ");

                    assertThat(cell.facts())
                            .allSatisfy(fact -> assertThat(text)
                                    .contains(fact.id().toString())
                                    .contains(fact.evidence()
                                            .described()
                                            .replaceAll("\\s+", " ")
                                            .strip()));
                }));
    }

    @Test
    void knows_no_row_and_no_design_that_the_comparison_lacks() {
        Comparison comparison = Samples.everyKindOfCell(Specs.iris());

        assertThat(ExplainText.of(comparison, "teapot", "nlb-ambassador", Palette.PLAIN))
                .isEmpty();
        assertThat(ExplainText.of(comparison, "entry", "teapot", Palette.PLAIN)).isEmpty();
    }
}

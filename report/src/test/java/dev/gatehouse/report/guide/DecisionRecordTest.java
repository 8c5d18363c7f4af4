package dev.gatehouse.report.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.report.Comparisons;
import dev.gatehouse.report.Samples;
import dev.gatehouse.report.text.Markdown;
import dev.gatehouse.report.view.ComparisonView;
import dev.gatehouse.testing.Goldens;
import dev.gatehouse.testing.Specs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The decision record. */
final class DecisionRecordTest {
    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void chooses_as_the_comparison_does_and_names_every_option(Comparison comparison) {
        String record = DecisionRecord.of(ComparisonView.of(comparison));

        assertThat(record)
                .contains("## Decision\n\n**"
                        + Markdown.text(comparison.chosen().design().title()) + "**");
        assertThat(comparison.designs())
                .allSatisfy(answer ->
                        assertThat(record).contains("(`" + answer.design().id() + "`)"));
        assertThat(comparison.chosen().conditionsOfYours())
                .allSatisfy(condition -> assertThat(record).contains("- [ ] " + Markdown.text(condition.text())));
    }

    @Test
    void says_which_promise_decides() {
        assertThat(DecisionRecord.of(ComparisonView.of(Samples.everyKindOfCell(Specs.riskModels()))))
                .contains("- Without web-firewall the choice would be")
                .contains("- An answer to what is unknown here: monthly-cost.");
    }

    @Test
    void reads_as_it_should_for_the_full_platform() {
        Goldens.file(
                "guide/decision-risk-models.md",
                DecisionRecord.of(ComparisonView.of(Comparisons.of(Specs.riskModels()))));
    }
}

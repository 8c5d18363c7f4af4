package dev.gatehouse.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.report.Comparisons;
import dev.gatehouse.report.Samples;
import dev.gatehouse.testing.Goldens;
import dev.gatehouse.testing.Specs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The comparison in a terminal. */
final class ComparisonTextTest {
    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void fits_a_terminal_of_100_columns_but_for_addresses(Comparison comparison) {
        assertThat(ComparisonText.of(comparison, Palette.PLAIN).lines())
                .filteredOn(line -> line.strip().contains(" "))
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(100).doesNotEndWith(" "));
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void says_the_same_without_colour(Comparison comparison) {
        String coloured = ComparisonText.of(comparison, Palette.ANSI);

        assertThat(coloured).contains("\u001b[");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(ComparisonText.of(comparison, Palette.PLAIN));
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void ends_with_the_verdict_and_names_every_row_and_design(Comparison comparison) {
        String text = ComparisonText.of(comparison, Palette.PLAIN);

        assertThat(text.replaceAll("\\s+", " ").strip())
                .endsWith(comparison.verdict().replaceAll("\\s+", " ").strip());
        assertThat(text).contains(comparison.rows());
        assertThat(text)
                .contains(comparison.designs().stream()
                        .map(answer -> answer.design().id())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void opens_every_cell_that_is_not_simply_kept(Comparison comparison) {
        String text = ComparisonText.of(comparison, Palette.PLAIN).replaceAll("\\s+", " ");

        List<String> open = comparison.designs().stream()
                .flatMap(answer -> answer.cells().stream())
                .filter(cell -> cell.state().compareTo(State.CONDITIONAL) >= 0)
                .flatMap(cell -> CellText.lines(cell).stream())
                .map(line -> line.replaceFirst("^yours: ", "")
                        .replaceAll("\\s+", " ")
                        .strip())
                .toList();
        assertThat(open).allSatisfy(line -> assertThat(text).contains(line));
    }

    @Test
    void looks_as_it_should_with_every_kind_of_cell() {
        Goldens.file(
                "text/every-kind-of-cell.txt",
                ComparisonText.of(Samples.everyKindOfCell(Specs.riskModels()), Palette.PLAIN));
    }

    @Test
    void looks_as_it_should_for_the_smallest_platform() {
        Goldens.file("text/iris.txt", ComparisonText.of(Comparisons.of(Specs.iris()), Palette.PLAIN));
    }

    @Test
    void looks_as_it_should_for_the_full_platform() {
        Goldens.file("text/risk-models.txt", ComparisonText.of(Comparisons.of(Specs.riskModels()), Palette.PLAIN));
    }
}

package dev.gatehouse.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.report.Samples;
import dev.gatehouse.testing.Goldens;
import dev.gatehouse.testing.Specs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The comparison as Markdown. */
final class ComparisonMarkdownTest {
    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void every_line_of_a_table_has_as_many_cells_as_its_head(Comparison comparison) {
        List<String> lines = ComparisonMarkdown.of(comparison).lines().toList();

        for (int at = 1; at < lines.size(); at++) {
            if (lines.get(at).startsWith("|") && lines.get(at - 1).startsWith("|")) {
                assertThat(cells(lines.get(at))).as(lines.get(at)).isEqualTo(cells(lines.get(at - 1)));
            }
        }
    }

    private static int cells(String line) {
        return line.replace("\\|", "").replaceAll("[^|]", "").length();
    }

    @Test
    void a_text_stays_a_text() {
        assertThat(Markdown.text("<b> a|b *c* [d](e)\n`f`")).isEqualTo("\\<b\\> a\\|b \\*c\\* \\[d\\](e) \\`f\\`");
    }

    @Test
    void looks_as_it_should_with_every_kind_of_cell() {
        Goldens.file("text/every-kind-of-cell.md", ComparisonMarkdown.of(Samples.everyKindOfCell(Specs.riskModels())));
    }
}

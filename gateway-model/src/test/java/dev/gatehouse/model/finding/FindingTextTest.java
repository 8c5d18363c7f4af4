package dev.gatehouse.model.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTextTest {
    private static Finding finding(Place place, String what, String why, String fix) {
        return new Finding(new RuleId("GH-204"), Severity.ERROR, place, "models.llm", what, why, fix);
    }

    @Test
    void says_what_then_why_then_how_to_fix_it() {
        Finding finding = finding(
                new Place("platform.yaml", 14, 5),
                "model llm answers too late",
                "rest-api ends it",
                "answer within 29 s");

        assertThat(FindingText.of(finding)).isEqualTo("""
                        GH-204 error platform.yaml:14:5  model llm answers too late
                          rest-api ends it
                          fix: answer within 29 s
                        """);
    }

    @Test
    void leaves_out_a_why_that_says_nothing() {
        assertThat(FindingText.of(finding(Place.ofFile("a.yaml"), "what", "", "fix it"))
                        .lines())
                .containsExactly("GH-204 error a.yaml  what", "  fix: fix it");
    }

    @Test
    void wraps_to_a_hundred_columns_and_loses_no_word() {
        String sentence = "word ".repeat(60).strip();

        String text = FindingText.of(finding(new Place("platform.yaml", 1, 1), sentence, sentence, sentence));

        assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(text.split("\\bword\\b", -1)).hasSize(181);
        assertThat(text.lines().filter(line -> line.startsWith("       word"))).isNotEmpty();
    }

    @Test
    void keeps_a_word_that_is_longer_than_the_line() {
        String word = "x".repeat(150);

        assertThat(FindingText.of(finding(Place.ofFile("a.yaml"), "see " + word, "", ""))
                        .lines())
                .containsExactly("GH-204 error a.yaml  see", "    " + word);
    }

    @Test
    void orders_findings_by_place_with_an_empty_line_between() {
        Finding second = finding(new Place("a.yaml", 10, 1), "second", "", "");
        Finding first = finding(new Place("a.yaml", 9, 1), "first", "", "");

        assertThat(FindingText.of(List.of(second, first)))
                .isEqualTo("GH-204 error a.yaml:9:1  first\n\nGH-204 error a.yaml:10:1  second\n");
    }
}

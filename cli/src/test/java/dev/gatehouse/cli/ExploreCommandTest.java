package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.Goldens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExploreCommandTest {
    private static final String IRIS = "examples/platforms/iris.yaml";
    private static final String RISK = "examples/platforms/risk-models.yaml";

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown"})
    void ranks_paths_in_every_form(String form) {
        Ran ran = Ran.call("explore", RISK, "-o", form);

        Goldens.file("explore/" + form + ".txt", ran.out());
        assertThat(ran.status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {IRIS, RISK, "examples/platforms/llm-gateway.yaml", "examples/platforms/grpc-inference.yaml"})
    void no_line_is_longer_than_100_columns(String spec) {
        Ran ran = Ran.call("explore", spec, "--top", "200");

        assertThat(ran.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void shows_as_many_as_asked_for() {
        assertThat(Ran.call("explore", IRIS, "--top", "3").out())
                .contains("   3")
                .doesNotContain("\n   4");
        assertThat(Ran.call("explore", IRIS, "-o", "json").out()).contains("\"rank\": 108");
        assertThat(Ran.call("explore", IRIS, "-o", "json", "--top", "2").out())
                .contains("\"legal\": 108")
                .doesNotContain("\"rank\": 3,\n      \"id\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1.5"})
    void refuses_what_is_no_number_of_paths(String top) {
        Ran ran = Ran.call("explore", IRIS, "--top=" + top);

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("'" + top + "' is no number of paths");
    }

    @Test
    void an_explored_path_is_compared_like_a_design() {
        Ran ran = Ran.call("compare", "--design", "nlb-alb-ambassador", "nlb-ambassador", RISK);

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("B   nlb-alb-ambassador").contains("3   nlb-ambassador");
    }

    @Test
    void an_unknown_path_suggests_the_nearest() {
        Ran ran = Ran.call("compare", RISK, "--design", "nlb-alb-ambasador");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).containsPattern("did you mean\\s+'nlb-alb-ambassador'\\?");
    }

    @Test
    void a_path_that_was_not_legal_on_a_day_is_refused_as_of_it() {
        Ran ran = Ran.call("compare", RISK, "--design", "nlb-alb-ambassador", "--as-of", "2020-11-19");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("'nlb-alb-ambassador' was no legal path on 2020-11-19");
    }

    @Test
    void on_the_day_of_the_study_there_were_50_paths() {
        assertThat(Ran.call("explore", RISK, "--as-of", "2020-11-19").out()).contains(": 50 legal paths");
    }
}

package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.topology.Designs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompareCommandTest {
    private static final String IRIS = "examples/platforms/iris.yaml";
    private static final String RISK = "examples/platforms/risk-models.yaml";

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "json"})
    void names_every_design_in_every_form_and_says_the_same_twice(String form) {
        Ran ran = Ran.call("compare", RISK, "-o", form);

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains(Designs.ids()).contains("2026-11-22");
        assertThat(Ran.call("compare", RISK, "-o", form)).isEqualTo(ran);
    }

    @Test
    void compares_only_the_designs_that_are_named_in_any_way() {
        Ran one = Ran.call("compare", "--design", "nlb-ambassador", "apigateway-nlb", IRIS);

        assertThat(one.out()).contains("nlb-ambassador").doesNotContain("route53-alb-nlb-ambassador");
        assertThat(Ran.call("compare", IRIS, "--design", "nlb-ambassador,apigateway-nlb"))
                .isEqualTo(one);
        assertThat(Ran.call("compare", IRIS, "--design=apigateway-nlb", "--design=nlb-ambassador"))
                .isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown"})
    void opens_a_figure_down_to_each_page_and_day(String form) {
        Ran ran = Ran.call("compare", RISK, "--explain", "availability/nlb-ambassador", "-o", form);

        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains(
                        "99.99 %",
                        "network-load-balancer.availability", "https://aws.amazon.com/elasticloadbalancing/sla/")
                .containsPattern("checked\\s+2026-11-22");
    }

    @Test
    void reads_a_spec_from_standard_input() throws IOException {
        String spec = Files.readString(Ran.root().resolve(IRIS));

        assertThat(Ran.given(Ran.root(), spec, "compare", "-").out())
                .isEqualTo(Ran.call("compare", IRIS).out());
    }

    @Test
    void sees_the_facts_of_the_day_asked_for() {
        assertThat(Ran.call("compare", IRIS, "--as-of", "2020-11-19").out()).contains("as of 2020-11-19");
        assertThat(Ran.call("compare", IRIS, "--as-of", "2020-11-19", "-o", "json")
                        .out())
                .contains("\"asOf\": \"2020-11-19\"");
    }

    /** A private NLB's hours in eu-west-1: 730 × 0.0252 = 18.396, and 720 × 0.0252 = 18.144. */
    @Test
    void reckons_with_as_many_hours_of_a_month_as_asked_for() {
        assertThat(Ran.call("compare", IRIS, "-o", "json").out())
                .contains("\"hours\": \"730\"", "\"amount\": \"18.396\"");
        assertThat(Ran.call("compare", IRIS, "-o", "json", "--hours", "720").out())
                .contains("\"hours\": \"720\"", "\"amount\": \"18.144\"")
                .doesNotContain("18.396");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "--design nlb-ambasador      | unknown design 'nlb-ambasador'; did you mean 'nlb-ambassador'?",
                "--design nlb-ambassador x   | nothing is known to do with 'x'",
                "--design                    | --design ID is missing",
                "--as-of yesterday           | 'yesterday' is no day",
                "--as-of 2020-02-30          | '2020-02-30' is no day",
                "--hours 745                 | '745' is no number of hours of a month",
                "--hours many                | 'many' is no number of hours of a month",
                "--explain web-firewal/x     | unknown row 'web-firewal'",
                "--fail-on brokn             | unknown state 'brokn'; did you mean 'broken'?",
                "-o yaml                     | unknown form 'yaml'",
            })
    void an_option_that_cannot_be_understood_ends_with_2(String options, String what) {
        Ran ran = Ran.call(("compare " + IRIS + " " + options).split(" +", -1));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .matches("(?s)GH-60\\d error gatehouse compare  .*")
                .contains(what);
    }

    @Test
    void an_invalid_spec_ends_with_2_and_all_its_findings(@TempDir Path folder) throws IOException {
        Files.copy(Ran.root().resolve("cli/src/test/resources/specs/ten-mistakes.yaml"), folder.resolve("spec.yaml"));

        Ran ran = Ran.in(folder, "compare", "spec.yaml");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines().filter(line -> line.startsWith("GH-"))).hasSizeGreaterThanOrEqualTo(10);
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void a_spec_that_is_missing_ends_with_2() {
        assertThat(Ran.call("compare").err()).startsWith("GH-600 error gatehouse compare  SPEC is missing");
        assertThat(Ran.call("compare").status()).isEqualTo(2);
        assertThat(Ran.call("compare", "examples/platforms").err()).startsWith("GH-612 error examples/platforms");
        assertThat(Ran.call("compare", "examples/platforms/irs.yaml").err().replaceAll("\\s+", " "))
                .contains("did you mean 'iris.yaml'?");
    }
}

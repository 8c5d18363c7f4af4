package dev.gatehouse.measurements.bounds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.Pauses;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.Round;
import dev.gatehouse.measurements.result.Run;
import dev.gatehouse.measurements.result.Scheduling;
import dev.gatehouse.measurements.result.Simulation;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.testing.Specs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
    private static final Measurement MEASUREMENT = measured(1_010);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p50: 5.1 ms | ",
                "p50: 4.9 ms | GH-573",
                "p90: 5.1 ms | ",
                "p99: 5.1 ms | ",
                "p99: 4 ms | GH-573",
                "errors: 1 % | ",
                "errors: 0.4 % | GH-573"
            })
    void a_bound_on_a_design_is_met_or_not(String bound, String rule) {
        List<Finding> unmet = bounds("designs: { a: { " + bound + " } }").unmet(MEASUREMENT);

        assertThat(unmet.stream().map(finding -> finding.rule().text()).toList())
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @ParameterizedTest
    @CsvSource({
        "a,b,faster,", "a,b,slower,GH-573", "a,b,not-slower,", "a,b,equal,GH-573", "a,b,decided,",
        "b,a,slower,", "b,a,not-slower,GH-573", "a,direct,equal,", "a,direct,not-slower,", "a,direct,faster,GH-573"
    })
    void a_verdict_is_as_demanded_or_not(String a, String b, String word, String rule) {
        List<Finding> unmet = bounds("verdicts: [{ design: " + a + ", beside: " + b + ", is: " + word + " }]")
                .unmet(MEASUREMENT);

        assertThat(unmet.stream().map(finding -> finding.rule().text()).toList())
                .isEqualTo(rule == null ? List.of() : List.of(rule));
    }

    @Test
    void an_unmet_bound_says_where_it_stands_and_what_was_shown() {
        Finding unmet =
                bounds("designs: { a: { p50: 4 ms } }").unmet(MEASUREMENT).get(0);

        assertThat(unmet.place()).hasToString("bounds.yaml:2:22");
        assertThat(unmet.what()).matches("a has a p50 of up to 5(\\.\\d+)? ms, and at most 4 ms is wanted");
    }

    @Test
    void what_is_not_known_is_not_met() {
        Measurement few = measured(300);

        assertThat(bounds("designs: { a: { p99: 1 h } }").unmet(few))
                .extracting(finding -> finding.rule().text())
                .containsExactly("GH-574");
    }

    @Test
    void a_run_that_says_nothing_meets_nothing_but_its_errors_count() {
        Measurement unfinished = Measurement.of(MEASUREMENT.plan(), List.of(), List.of());

        assertThat(bounds("designs: { a: { p50: 1 h } }\nverdicts: [{ design: a, beside: b, is: decided }]")
                        .unmet(unfinished))
                .extracting(finding -> finding.rule().text())
                .containsExactly("GH-574", "GH-574");
    }

    @Test
    void a_contestant_that_does_not_take_part_is_named_with_the_nearest() {
        assertThat(bounds("designs: { directt: { p50: 1 h } }").unknown(MEASUREMENT.plan()))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.what()).isEqualTo("unknown contestant 'directt'; did you mean 'direct'?"));
        assertThat(bounds("designs: { a: { p50: 1 h } }").unknown(MEASUREMENT.plan()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "designs: { a: { p50: 5 } } | GH-115",
                "designs: { a: { p95: 5 ms } } | GH-110",
                "designs: { a: { errors: 5 ms } } | GH-113",
                "designs: [] | GH-112",
                "verdicts: [{ design: a, beside: b }] | GH-111",
                "verdicts: [{ design: a, beside: b, is: best }] | GH-114",
                "design: { } | GH-110",
                "{} | GH-101",
                "'' | GH-571"
            })
    void what_can_not_be_read_is_a_finding_at_its_place(String text, String rule) {
        BoundsReading reading =
                BoundsReader.read("bounds.yaml", ("schema: gatehouse/bounds/1\n" + text + "\n").getBytes(UTF_8));

        assertThat(reading.bounds()).isEmpty();
        assertThat(reading.findings())
                .extracting(finding -> finding.rule().text())
                .contains(rule);
    }

    @Test
    void another_schema_is_refused() {
        assertThat(BoundsReader.read(
                                "bounds.yaml",
                                "schema: gatehouse/bounds/2\ndesigns: { a: { p50: 1 s } }".getBytes(UTF_8))
                        .findings())
                .extracting(finding -> finding.rule().text())
                .containsExactly("GH-114");
    }

    private static Bounds bounds(String text) {
        BoundsReading reading =
                BoundsReader.read("bounds.yaml", ("schema: gatehouse/bounds/1\n" + text + "\n").getBytes(UTF_8));
        assertThat(reading.findings()).isEmpty();
        return reading.bounds().orElseThrow();
    }

    private static Measurement measured(int requests) {
        Plan plan = Plan.of("iris", "0".repeat(64))
                .contestants(Contestant.ofDesigns(List.of("a", "b")))
                .duration(Duration.ofSeconds(5))
                .rounds(16)
                .build(Mix.of(Specs.iris()));
        List<Round> rounds = new ArrayList<>();
        for (List<Contestant> order : plan.orders()) {
            Map<String, Run> runs = new LinkedHashMap<>();
            order.forEach(contestant -> runs.put(
                    contestant.name(),
                    Simulation.steady(requests, contestant.name().equals("b") ? 8 : 5, 10, requests / 200)));
            rounds.add(new Round(rounds.size() + 1, runs, 0.5, Pauses.NONE, Scheduling.UNKNOWN));
        }
        return Measurement.of(plan, List.of(), rounds);
    }
}

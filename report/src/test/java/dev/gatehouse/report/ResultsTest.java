package dev.gatehouse.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.measurements.files.ResultFile;
import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.plan.PlanBuilder;
import dev.gatehouse.measurements.recording.Exchange;
import dev.gatehouse.measurements.recording.Failure;
import dev.gatehouse.measurements.recording.Pauses;
import dev.gatehouse.measurements.recording.Recorder;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.Round;
import dev.gatehouse.measurements.result.Run;
import dev.gatehouse.measurements.result.Scheduling;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.report.page.IndexHtml;
import dev.gatehouse.report.text.Palette;
import dev.gatehouse.report.text.ResultsMarkdown;
import dev.gatehouse.report.text.ResultsText;
import dev.gatehouse.testing.Specs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What was measured stands beside the comparison, says where it is from, and changes nothing. */
class ResultsTest {
    private static final Machine MACHINE = new Machine("gatehouse 0.1.0", "abc", "17", "EPYC", 2, "Linux");

    @Test
    void a_ranked_run_shows_a_verdict_for_each_pair_its_noise_floor_and_where_it_was_measured() {
        String text = ResultsMarkdown.of(List.of(measured(plan())));

        assertThat(text)
                .contains("Measured on loopback: our stand-ins for AWS's hops", "EPYC, 2 cores")
                .contains("apigateway-nlb beside nlb-ambassador | slower | ")
                .contains("apigateway-nlb beside direct | equal within delta; no difference was found | 0.000 ms")
                .contains("apigateway-nlb ran twice, and differed from itself by");
    }

    @Test
    void the_page_draws_a_line_for_each_pair_and_a_dot_for_each_round() {
        String page = page(measured(plan()));

        assertThat(page).contains("<section id=\"measured\">", "<svg class=\"differences\"", "Measured on loopback");
        assertThat(page.split("class=\"round\"", -1)).hasSize(1 + 3 * 16);
        assertThat(page.split("class=\"interval\"", -1)).hasSize(1 + 3);
    }

    @Test
    void a_run_with_an_injected_delay_shows_why_it_ranks_nothing_and_no_times() {
        Measurement refused = measured(plan().inject("web-acl", Duration.ofMillis(3)));

        assertThat(page(refused))
                .contains("Not ranked", "GH-556", "assumed")
                .doesNotContain("<svg class=\"differences\"", "faster", "slower");
        assertThat(ResultsMarkdown.of(List.of(refused)))
                .contains("web-acl (3 ms)", "| assumed | assumed | assumed |")
                .doesNotContain("slower");
    }

    @Test
    void streams_show_their_first_token_their_longest_gap_and_how_many_were_truncated() {
        Measurement streamed = measured(plan(), ResultsTest::streamed);

        assertThat(ResultsMarkdown.of(List.of(streamed)))
                .contains(
                        "| streams, ms | first token p50 | p90 | p99 | longest gap p50 | p90 | p99 | whole | truncated |")
                .containsPattern(
                        "\\| direct \\| 300\\.\\d+ \\| 300\\.\\d+ \\| too few \\| 4[05]\\.\\d+ .* \\| 3200 \\| 800 \\|")
                .contains("800 cut@rest-api");
        assertThat(page(streamed)).contains("truncated", "<td>3200</td><td>800</td>");
        assertThat(ResultsText.of(streamed, Palette.PLAIN)).contains("longest gap p50", "  3200        800\n");
    }

    @Test
    void where_nothing_is_streamed_no_streams_are_shown() {
        Measurement measured = measured(plan());

        assertThat(ResultsMarkdown.of(List.of(measured))).doesNotContain("first token");
        assertThat(page(measured)).doesNotContain("first token");
        assertThat(ResultsText.of(measured, Palette.PLAIN)).doesNotContain("first token");
    }

    @Test
    void how_far_the_rate_is_below_the_knee_is_told_or_that_nobody_looked() {
        Measurement unknown = measured(plan());
        Measurement known = unknown.withKnees(
                new TreeMap<>(Map.of("nlb-ambassador", Rate.parse("800/s"), "apigateway-nlb", Rate.parse("500.5/s"))));

        assertThat(ResultsMarkdown.of(List.of(unknown))).contains("The knee was not searched: whether");
        assertThat(ResultsMarkdown.of(List.of(known)))
                .contains("apigateway-nlb gives way first, at 500.5/s; 200/s is 40 % of that.");
        assertThat(page(known)).contains("40 % of that");
        assertThat(ResultsText.of(known, Palette.PLAIN)).contains("40 % of that");
    }

    @Test
    void how_the_generators_threads_were_scheduled_is_told_where_it_is_known() {
        Map<Scheduling, String> told = Map.of(
                Scheduling.REAL_TIME, "The generator's threads were real-time threads.",
                Scheduling.ORDINARY, "The generator's threads were ordinary threads, which may send late");

        told.forEach((scheduling, words) -> {
            Measurement measurement = measured(plan(), name -> run(5), scheduling);

            assertThat(ResultsMarkdown.of(List.of(measurement))).contains(words);
            assertThat(ResultsText.of(measurement, Palette.PLAIN).replaceAll("\\s+", " "))
                    .contains(words);
        });
        assertThat(ResultsMarkdown.of(List.of(measured(plan())))).doesNotContain("generator's threads");
    }

    @Test
    void without_results_the_page_is_as_it_was() {
        assertThat(IndexHtml.of(Samples.everyKindOfCell(Specs.iris()), List.of(), List.of(), List.of(), Samples.ORIGIN))
                .doesNotContain("id=\"measured\"", "#measured");
    }

    @Test
    void a_report_holds_the_results_and_the_same_comparison() {
        Report report = Report.of(Comparisons.of(Specs.iris()), Facts.bundled(), Samples.ORIGIN);
        Measurement measurement = measured(plan());

        Map<String, String> with =
                report.withResults(Map.of("result.json", measurement)).files();
        Map<String, String> without = report.files();

        assertThat(with.get("comparison.json")).isEqualTo(without.get("comparison.json"));
        assertThat(with.get("decision.md")).isEqualTo(without.get("decision.md"));
        assertThat(with.get("results/" + measurement.plan().id() + ".json")).isEqualTo(ResultFile.text(measurement));
        assertThat(with).containsKey("results.md");
        assertThat(without).doesNotContainKey("results.md");
    }

    @Test
    void a_result_of_another_spec_is_refused() {
        Report report = Report.of(Comparisons.of(Specs.iris()), Facts.bundled(), Samples.ORIGIN);
        Measurement foreign = measured(
                Plan.of("other", "1".repeat(64)).contestants(contestants()).rounds(16));

        assertThatThrownBy(() -> report.withResults(Map.of("result.json", foreign)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("GH-575 result.json this was measured of other, not of iris");
    }

    private static String page(Measurement measurement) {
        String page = IndexHtml.of(
                Samples.everyKindOfCell(Specs.iris()), List.of(), List.of(), List.of(measurement), Samples.ORIGIN);
        int from = page.indexOf("<section id=\"measured\">");
        return page.substring(from, page.indexOf("</section>", from));
    }

    private static PlanBuilder plan() {
        return Plan.of("iris", Samples.ORIGIN.specSha256())
                .contestants(contestants())
                .rounds(16);
    }

    private static List<Contestant> contestants() {
        return Contestant.ofDesigns(List.of("apigateway-nlb", "nlb-ambassador"));
    }

    private static Measurement measured(PlanBuilder builder) {
        return measured(builder, name -> run(name.equals("nlb-ambassador") ? 3 : 5));
    }

    private static Measurement measured(PlanBuilder builder, Function<String, Run> ran) {
        return measured(builder, ran, Scheduling.UNKNOWN);
    }

    private static Measurement measured(PlanBuilder builder, Function<String, Run> ran, Scheduling scheduling) {
        Plan plan = builder.duration(Duration.ofSeconds(1)).build(Mix.of(Specs.iris()));
        List<Round> rounds = new ArrayList<>();
        for (List<Contestant> order : plan.orders()) {
            Map<String, Run> runs = new LinkedHashMap<>();
            order.forEach(contestant -> runs.put(contestant.name(), ran.apply(contestant.name())));
            rounds.add(new Round(rounds.size() + 1, runs, 0.5, Pauses.NONE, scheduling));
        }
        return Measurement.of(plan, List.of(MACHINE), rounds);
    }

    private static Run run(int millis) {
        Recorder recorder = new Recorder(0, Duration.ofSeconds(1));
        for (int i = 0; i < 250; i++) {
            recorder.sent(i * 4_000_000L, i * 4_000_000L).ok(i * 4_000_000L + millis * 1_000_000L);
        }
        return new Run(250, recorder.finish());
    }

    /** Of 250 streams 50 are cut. */
    private static Run streamed(String contestant) {
        Recorder recorder = new Recorder(0, Duration.ofSeconds(1));
        for (int i = 0; i < 250; i++) {
            long sent = i * 4_000_000L;
            Exchange exchange = recorder.sent(sent, sent);
            exchange.firstToken(sent + 300_000_000L);
            exchange.longestGap(40_000_000L);
            if (i % 5 == 0) {
                exchange.failed(Failure.cut("rest-api"));
            } else {
                exchange.ok(sent + 500_000_000L);
            }
            recorder.count("stream/llm/" + (i % 5 == 0 ? "truncated" : "whole"));
        }
        return new Run(250, recorder.finish());
    }
}

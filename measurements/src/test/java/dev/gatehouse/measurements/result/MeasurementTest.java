package dev.gatehouse.measurements.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Delta;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.plan.PlanBuilder;
import dev.gatehouse.measurements.recording.Pauses;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.testing.Specs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    private static final List<Machine> MACHINE = List.of(new Machine("gatehouse", "abc", "17", "cpu", 2, "Linux"));

    @Test
    void a_large_difference_is_faster_or_slower_and_none_is_equal_within_delta() {
        Plan plan = builder().build(mix());

        Measurement measurement = measured(plan, (name, round) -> name.equals("b") ? 7.0 + noise(round) : 5.0);

        assertThat(measurement.standing()).isEqualTo(Standing.RANKED);
        assertThat(measurement.verdict("a", "b")).contains(Verdict.FASTER);
        assertThat(measurement.verdict("b", "a")).contains(Verdict.SLOWER);
        assertThat(measurement.verdict("a", "direct")).contains(Verdict.EQUAL);
        assertThat(measurement.verdicts()).hasSize(3);
        PairVerdict pair = measurement.verdicts().get(0);
        assertThat(pair.differs()).isTrue();
        assertThat(pair.p50().nanos() / 1e6).isCloseTo(-2, within(0.2));
        assertThat(pair.p50().highNanos()).isNegative();
    }

    @Test
    void a_small_difference_is_found_and_is_still_equal_within_delta() {
        Plan plan = builder().build(mix());

        Measurement measurement = measured(plan, (name, round) -> name.equals("b") ? 5.1 + noise(round) / 10 : 5.0);

        PairVerdict pair = measurement.verdicts().get(0);
        assertThat(pair.verdict()).isEqualTo(Verdict.EQUAL);
        assertThat(pair.differs()).isTrue();
        assertThat(pair.roundsNeeded()).isEmpty();
    }

    @Test
    void a_difference_that_hides_in_noise_is_undecided_and_says_how_many_rounds_would_tell() {
        Plan plan = builder().delta(Delta.parse("0.3 ms")).build(mix());

        Measurement measurement = measured(plan, (name, round) -> name.equals("b") ? 5.4 + 10 * noise(round) : 5.0);

        PairVerdict pair = measurement.verdicts().get(0);
        assertThat(pair.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(pair.roundsNeeded()).isPresent();
        assertThat(pair.roundsNeeded().getAsInt()).isGreaterThan(plan.rounds()).matches(rounds -> rounds % 4 == 0);
    }

    @Test
    void a_run_whose_twin_differs_from_its_design_is_void() {
        Plan plan = builder().build(mix());

        Measurement measurement = measured(plan, (name, round) -> name.equals("a.twin") ? 5.2 + noise(round) : 5.0);

        assertThat(measurement.standing()).isEqualTo(Standing.VOID);
        assertThat(measurement.reasons()).map(Reason::rule).containsExactly("GH-550");
        assertThat(measurement.verdicts()).isEmpty();
        assertThat(measurement.noiseFloor()).get().matches(floor -> floor.nanos() > 100_000);
    }

    @Test
    void a_generator_that_is_late_by_a_tenth_of_delta_voids_the_run() {
        assertThat(voided(Simulation.steady(1_000, 5, 49, 0), Simulation.steady(1_000, 5, 49, 0)))
                .isEmpty();
        assertThat(voided(Simulation.steady(1_000, 5, 60, 0), Simulation.steady(1_000, 5, 60, 0)))
                .containsOnly("GH-551");
    }

    @Test
    void a_generator_that_is_late_for_one_contestant_only_voids_the_run() {
        assertThat(voided(Simulation.steady(1_000, 5, 10, 0), Simulation.steady(1_000, 5, 600, 0)))
                .containsExactly("GH-551", "GH-552");
    }

    @Test
    void less_than_99_percent_of_the_offered_rate_voids_the_run() {
        Run whole = Simulation.steady(1_000, 5, 10, 0);
        Run short1 = new Run(1_005, Simulation.steady(1_000, 5, 10, 0).recording());
        Run short2 = new Run(1_020, Simulation.steady(1_000, 5, 10, 0).recording());

        assertThat(voided(whole, short1)).isEmpty();
        assertThat(voided(whole, short2)).containsExactly("GH-553");
    }

    @Test
    void sending_that_takes_longer_than_planned_voids_the_run() {
        Plan plan = builder().duration(Duration.ofSeconds(4)).build(mix());

        Measurement measurement =
                Measurement.of(plan, MACHINE, rounds(plan, (name, round) -> Simulation.steady(1_000, 5, 10, 0)));

        assertThat(measurement.contestant("a").orElseThrow().achieved()).isCloseTo(0.8, within(0.002));
        assertThat(measurement.reasons()).map(Reason::rule).containsOnly("GH-553");
    }

    @Test
    void a_round_without_a_median_voids_the_run() {
        assertThat(voided(Simulation.steady(1_000, 5, 10, 0), Simulation.steady(199, 5, 10, 0)))
                .containsExactly("GH-554");
    }

    @Test
    void a_run_is_unfinished_until_its_stop_rule() {
        Plan plan = builder().rounds(8).build(mix());
        List<Round> rounds = rounds(plan, (name, round) -> Simulation.steady(1_000, 5, 10, 0));

        Measurement measurement = Measurement.of(plan, MACHINE, rounds.subList(0, 7));

        assertThat(measurement.standing()).isEqualTo(Standing.UNFINISHED);
        assertThat(measurement.reasons()).map(Reason::rule).containsExactly("GH-555");
        assertThat(measurement.verdicts()).isEmpty();
        assertThat(measurement.rounds()).hasSize(7);
        assertThat(Measurement.of(plan, MACHINE, List.of()).contestants()).isEmpty();
    }

    @Test
    void a_run_with_an_injected_delay_refuses_to_rank_and_says_why() {
        Plan plan = builder().inject("web-acl", Duration.ofMillis(3)).build(mix());

        Measurement measurement = measured(plan, (name, round) -> name.equals("b") ? 9.0 : 5.0);

        assertThat(measurement.standing()).isEqualTo(Standing.REFUSED);
        assertThat(measurement.verdicts()).isEmpty();
        assertThat(measurement.verdict("a", "b")).isEmpty();
        assertThat(measurement.reasons())
                .containsExactly(new Reason(
                        "GH-556",
                        "designs are not ranked by latency: a delay was injected at web-acl (3 ms), an injected delay is"
                                + " assumed, and what is measured on top of an assumption is assumed"));
        assertThat(measurement.evidence().kind()).isEqualTo(Evidence.Kind.ASSUMED);
        assertThat(measured(builder().build(mix()), (name, round) -> 5.0)
                        .evidence()
                        .kind())
                .isEqualTo(Evidence.Kind.MEASURED);
    }

    @Test
    void a_contestant_that_fails_is_not_called_fast() {
        Plan plan = builder().build(mix());

        Measurement measurement = Measurement.of(
                plan,
                MACHINE,
                rounds(
                        plan,
                        (name, round) -> name.equals("b")
                                ? Simulation.steady(1_000, 1, 10, 11)
                                : Simulation.steady(1_000, 5, 10, 10)));

        assertThat(measurement.verdict("a", "b")).contains(Verdict.UNDECIDED);
        assertThat(measurement.verdicts().get(0).why()).get().asString().contains("more than 1 %");
        assertThat(measurement.verdict("a", "direct")).contains(Verdict.EQUAL);
        Summary b = measurement.contestant("b").orElseThrow();
        assertThat(b.losses()).containsExactly(Map.entry("status-503@ambassador", 16L * 11));
        assertThat(b.tally().sent()).isEqualTo(16_000);
    }

    @Test
    void a_quantile_is_there_only_with_100_requests_beyond_it() {
        Plan plan = builder().build(mix());

        Summary enough = measured(plan, 1_000);
        Summary few = measured(plan, 600);

        assertThat(enough.p50()).isPresent();
        assertThat(enough.p90()).isPresent();
        assertThat(enough.p99()).isPresent();
        assertThat(few.p50()).isPresent();
        assertThat(few.p90()).isEmpty();
        assertThat(few.p99()).isEmpty();
    }

    @Test
    void the_share_of_a_canary_has_an_interval() {
        Plan plan = builder().build(mix());

        assertThat(measured(plan, 1_000).variants())
                .filteredOn(variant -> variant.name().equals("canary"))
                .singleElement()
                .matches(canary -> canary.answered() == 1_600 && canary.of() == 16_000)
                .matches(canary -> canary.low() < 0.1 && 0.1 < canary.high() && canary.high() - canary.low() < 0.01);
    }

    private static Summary measured(Plan plan, int requests) {
        return Measurement.of(plan, MACHINE, rounds(plan, (name, round) -> Simulation.steady(requests, 5, 10, 0)))
                .contestant("a")
                .orElseThrow();
    }

    private static List<String> voided(Run others, Run b) {
        Plan plan = builder().build(mix());
        Measurement measurement =
                Measurement.of(plan, MACHINE, rounds(plan, (name, round) -> name.equals("b") ? b : others));
        assertThat(measurement.standing()).isEqualTo(measurement.reasons().isEmpty() ? Standing.RANKED : Standing.VOID);
        return measurement.reasons().stream().map(Reason::rule).distinct().toList();
    }

    private static Measurement measured(Plan plan, BiFunction<String, Integer, Double> millis) {
        return Measurement.of(
                plan,
                MACHINE,
                rounds(plan, (name, round) -> Simulation.steady(1_000, millis.apply(name, round), 10, 0)));
    }

    private static List<Round> rounds(Plan plan, BiFunction<String, Integer, Run> run) {
        List<Round> rounds = new ArrayList<>();
        for (List<Contestant> order : plan.orders()) {
            int number = rounds.size() + 1;
            Map<String, Run> runs = new LinkedHashMap<>();
            order.forEach(contestant -> runs.put(contestant.name(), run.apply(contestant.name(), number)));
            rounds.add(new Round(number, runs, 0.5, Pauses.NONE, Scheduling.UNKNOWN));
        }
        return rounds;
    }

    /** Between -0.1 and 0.1, of another size in each round. */
    private static double noise(int round) {
        return ((round * 7) % 16 - 7.5) / 75;
    }

    private static PlanBuilder builder() {
        return Plan.of("iris", "0".repeat(64))
                .contestants(Contestant.ofDesigns(List.of("a", "b")))
                .duration(Duration.ofSeconds(5))
                .rounds(16);
    }

    private static Mix mix() {
        return Mix.of(Specs.iris());
    }
}

package dev.gatehouse.measurements.statistics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.PairVerdict;
import dev.gatehouse.measurements.result.Round;
import dev.gatehouse.measurements.result.RoundFigures;
import dev.gatehouse.measurements.result.Simulation;
import dev.gatehouse.measurements.result.Standing;
import dev.gatehouse.measurements.result.Verdict;
import dev.gatehouse.measurements.schedule.Draws;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * How often a load test that compares a design with itself finds a difference, how often it finds one that is there,
 * and which interval says so best. Everything is simulated from fixed seeds, so the committed result is what this
 * computes; {@code -Dgolden.update=true} writes it anew.
 */
@Order(1) // the longest of this module: others run beside it
class CalibrationTest {
    private static final Path RESULT = Path.of("../docs/results/aa-calibration.json");
    private static final int ROUNDS = 14;
    private static final int COMPARISONS = 300;
    private static final int SAMPLES = 4_000;
    private static final int POWER_RUNS = 25;

    private final StringBuilder json = new StringBuilder();

    @Test
    void a_design_compared_with_itself_differs_in_one_of_twenty_runs_or_fewer() throws IOException {
        json.append("{\n  \"what\": \"simulated; see CalibrationTest and Simulation of the module measurements\",\n")
                .append("  \"rounds\": " + ROUNDS + ",\n");
        intervals();
        falseAlarms();
        power();
        json.append("}\n");

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(RESULT, json.toString(), UTF_8);
        }
        assertThat(json.toString()).isEqualTo(Files.readString(RESULT, UTF_8));
    }

    /** The coverage of three kinds of bootstrap intervals at 14 rounds. */
    private void intervals() {
        json.append("  \"coverageOf95PercentIntervals\": {\n");
        UniformRandomProvider draws = Draws.of(1, "coverage");
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(draws);
        Map<String, Supplier<Double>> noises = new LinkedHashMap<>();
        noises.put("normal", normal::sample);
        noises.put(
                "heavyTails",
                () -> normal.sample() / StrictMath.sqrt(0.5 * square(normal.sample()) + 0.5 * square(normal.sample())));
        noises.put("skewed", () -> StrictMath.exp(0.8 * normal.sample()) - 1);
        noises.forEach((name, noise) -> {
            int plain = 0;
            int accelerated = 0;
            int widened = 0;
            for (int sample = 0; sample < SAMPLES; sample++) {
                double[] values =
                        IntStream.range(0, ROUNDS).mapToDouble(i -> noise.get()).toArray();
                MedianBootstrap bootstrap = MedianBootstrap.of(values);
                plain += bootstrap.plain(0.95).contains(0) ? 1 : 0;
                accelerated += Accelerated.interval(values, 0.95).contains(0) ? 1 : 0;
                widened += bootstrap.interval(0.95).contains(0) ? 1 : 0;
            }
            assertThat(plain).as("%s: percentile covers too little", name).isLessThan(SAMPLES * 95 / 100);
            assertThat(accelerated).as("%s: BCa covers too little", name).isLessThan(SAMPLES * 95 / 100);
            assertThat((double) widened / SAMPLES).as(name).isBetween(0.95, 0.975);
            json.append(String.format(
                    Locale.ROOT,
                    "    \"%s\": { \"samples\": %d, \"percentile\": %.4f, \"bca\": %.4f, \"expandedPercentile\": %.4f }%s\n",
                    name,
                    SAMPLES,
                    (double) plain / SAMPLES,
                    (double) accelerated / SAMPLES,
                    (double) widened / SAMPLES,
                    name.equals("skewed") ? "" : ","));
        });
        json.append("  },\n");
    }

    private void falseAlarms() {
        Plan plan = Plan.of("iris", "0".repeat(64))
                .contestants(
                        List.of(Contestant.design("a"), Contestant.design("a").twin()))
                .duration(Duration.ofMillis(1_250))
                .rounds(ROUNDS)
                .build(Mix.of(Specs.iris()));
        int alarms = 0;
        int corrected = 0;
        for (int i = 0; i < COMPARISONS; i++) {
            List<Round> rounds = new Simulation(i, 250).rounds(plan, Map.of());
            Measurement measurement = Measurement.of(plan, List.of(), rounds);
            MedianBootstrap differences = MedianBootstrap.of(differences(measurement));
            boolean alarm = differences.differs(0) <= 0.05;
            assertThat(measurement.standing()).isEqualTo(alarm ? Standing.VOID : Standing.RANKED);
            alarms += alarm ? 1 : 0;
            corrected += differences.differs(0) <= 0.05 / 15 ? 1 : 0;
        }
        Interval rate = Wilson.interval(alarms, COMPARISONS, 0.95);
        assertThat(rate.low()).as("%s false alarms", alarms).isLessThanOrEqualTo(0.05);
        assertThat(Wilson.interval(corrected, COMPARISONS, 0.95).low()).isLessThanOrEqualTo(0.05 / 15);
        json.append(String.format(
                Locale.ROOT,
                "  \"falseAlarms\": { \"comparisons\": %d, \"alarms\": %d, \"rate\": %.4f, \"wilson95\": [%.4f, %.4f], \"alarmsAt5PercentOver15\": %d },\n",
                COMPARISONS,
                alarms,
                (double) alarms / COMPARISONS,
                rate.low(),
                rate.high(),
                corrected));
    }

    private void power() {
        Plan plan = Plan.of("iris", "0".repeat(64))
                .contestants(Contestant.ofDesigns(List.of("a", "b", "c", "d", "e")))
                .duration(Duration.ofSeconds(2))
                .rounds(ROUNDS)
                .build(Mix.of(Specs.iris()));
        int found = 0;
        int wrong = 0;
        int answered = 0;
        List<Integer> needed = new ArrayList<>();
        for (int i = 0; i < POWER_RUNS; i++) {
            Measurement measurement =
                    Measurement.of(plan, List.of(), new Simulation(1_000 + i, 400).rounds(plan, Map.of("b", 100.0)));
            if (measurement.standing() == Standing.VOID) {
                continue;
            }
            answered++;
            PairVerdict pair = measurement.verdicts().get(0);
            assertThat(pair.verdict()).isIn(Verdict.EQUAL, Verdict.UNDECIDED, Verdict.FASTER);
            found += pair.differs() ? 1 : 0;
            pair.roundsNeeded().ifPresent(needed::add);
            wrong += measurement.verdicts().stream()
                            .filter(other ->
                                    !other.a().equals("b") && !other.b().equals("b"))
                            .anyMatch(PairVerdict::differs)
                    ? 1
                    : 0;
        }
        needed.sort(null);
        int said = found + needed.size();
        assertThat(said).as("found, or the rounds that it takes are said").isGreaterThanOrEqualTo(answered * 9 / 10);
        assertThat(Wilson.interval(wrong, answered, 0.95).low()).isLessThanOrEqualTo(0.05);
        json.append(String.format(
                Locale.ROOT,
                "  \"injected100Microseconds\": { \"runs\": %d, \"answered\": %d, \"found\": %d, \"roundsNeededSaid\": %d, \"medianRoundsNeeded\": %s, \"runsWithAFalseDifferenceInAnyOf10Pairs\": %d }\n",
                POWER_RUNS,
                answered,
                found,
                needed.size(),
                needed.isEmpty() ? "null" : needed.get(needed.size() / 2).toString(),
                wrong));
    }

    private static double[] differences(Measurement measurement) {
        return measurement.rounds().stream()
                .map(RoundFigures::contestants)
                .mapToDouble(figures -> {
                    List<Long> medians = List.of("a", "a.twin").stream()
                            .map(name -> Objects.requireNonNull(figures.get(name))
                                    .p50Nanos()
                                    .getAsLong())
                            .toList();
                    return (double) medians.get(0) - medians.get(1);
                })
                .toArray();
    }

    private static double square(double number) {
        return number * number;
    }
}

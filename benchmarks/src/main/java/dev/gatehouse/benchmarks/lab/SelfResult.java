package dev.gatehouse.benchmarks.lab;

import dev.gatehouse.measurements.result.Estimate;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.PairVerdict;
import dev.gatehouse.measurements.result.Reason;
import dev.gatehouse.measurements.statistics.Interval;
import dev.gatehouse.measurements.statistics.Wilson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run of {@link SelfComparisons} found.
 *
 * @param schema of this file
 * @param machine on what
 * @param loadAfter the load average of the last minute when it ended
 * @param rounds of each run of twins
 * @param alarms how many runs found a difference between twins
 * @param wilson95 Wilson's interval of the rate of alarms
 * @param twins each run of twins
 * @param injected the run with a contestant that takes 100 µs longer
 */
record SelfResult(
        String schema,
        Machine machine,
        double loadAfter,
        int rounds,
        long alarms,
        Interval wilson95,
        List<SelfResult.Twins> twins,
        SelfResult.Injected injected) {
    private static final double LEVEL = 0.95;

    /**
     * A server beside itself.
     *
     * @param run from 1
     * @param difference of the medians, with its interval of 95 %
     * @param alarm whether that interval leaves out 0
     * @param voidFor the rules by which the run is void, that one aside
     */
    record Twins(int run, Estimate difference, boolean alarm, List<String> voidFor) {
        static Twins of(int run, Measurement measurement) {
            Estimate difference = measurement.noiseFloor().orElseThrow().p50();
            return new Twins(
                    run,
                    difference,
                    !difference.holdsZero(),
                    measurement.reasons().stream()
                            .map(Reason::rule)
                            .filter(rule -> !rule.equals("GH-550"))
                            .distinct()
                            .sorted()
                            .toList());
        }
    }

    /**
     * A server beside one that takes 100 µs longer.
     *
     * @param rounds of the run
     * @param standing whether it says anything
     * @param reasons why not
     * @param verdict about the server beside the one that takes longer
     * @param found whether a difference was found
     * @param difference of the medians
     * @param roundsNeeded how many rounds would find it, if it was not found
     */
    record Injected(
            int rounds,
            String standing,
            List<String> reasons,
            String verdict,
            boolean found,
            Estimate difference,
            OptionalInt roundsNeeded) {
        static Injected of(Measurement measurement) {
            List<String> reasons =
                    measurement.reasons().stream().map(Reason::text).toList();
            String standing = measurement.standing().word();
            return measurement.verdicts().stream()
                    .findFirst()
                    .map(pair -> of(pair, measurement.plan().rounds(), standing, reasons))
                    .orElseGet(() -> new Injected(
                            measurement.plan().rounds(),
                            standing,
                            reasons,
                            "none",
                            false,
                            new Estimate(0, 0, 0),
                            OptionalInt.empty()));
        }

        private static Injected of(PairVerdict pair, int rounds, String standing, List<String> reasons) {
            return new Injected(
                    rounds,
                    standing,
                    reasons,
                    pair.a() + " is " + pair.verdict().words() + " beside " + pair.b(),
                    pair.differs(),
                    pair.p50(),
                    pair.roundsNeeded());
        }
    }

    static SelfResult of(List<Twins> twins, Injected injected, int rounds) {
        long alarms = twins.stream().filter(Twins::alarm).count();
        return new SelfResult(
                "gatehouse/self-comparisons/1",
                Machine.here("benchmarks/self-comparisons", System.getProperty("gatehouse.commit", "unknown")),
                Machine.load(),
                rounds,
                alarms,
                Wilson.interval(alarms, twins.size(), LEVEL),
                List.copyOf(twins),
                injected);
    }

    void write(Path folder) throws IOException {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(folder.resolve("self-comparisons.json"), mapper.writeValueAsString(this) + "\n");
    }
}

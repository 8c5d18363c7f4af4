package dev.gatehouse.benchmarks.lab;

import dev.gatehouse.measurements.recording.Recording;
import dev.gatehouse.measurements.recording.Timing;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.statistics.MedianBootstrap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run of {@link RecorderAgainstWrk} found.
 *
 * @param schema of this file
 * @param machine on what
 * @param loadAfter the load average of the last minute when it ended
 * @param wrk the version
 * @param connections of wrk
 * @param seconds that wrk asked in each round; the recorder measures four times as long
 * @param serviceTime of the server
 * @param p50 the recorder's median by wrk's
 * @param p99 the recorder's 99th percentile by wrk's
 * @param rounds what it came out of
 */
record RecorderResult(
        String schema,
        Machine machine,
        double loadAfter,
        String wrk,
        int connections,
        int seconds,
        String serviceTime,
        Ratio p50,
        Ratio p99,
        List<RecorderResult.Pair> rounds) {
    private static final double P50_MAY_DIFFER = 0.10;
    private static final double P99_MAY_DIFFER = 0.25;

    /**
     * A ratio of two quantiles, the median over rounds.
     *
     * @param median of the rounds' ratios
     * @param mayDiffer how far from 1 it may lie
     * @param met whether it does
     */
    record Ratio(double median, double mayDiffer, boolean met) {
        private static Ratio of(List<Pair> pairs, double mayDiffer, ToDoubleFunction<Pair> ratio) {
            double median = MedianBootstrap.of(pairs.stream().mapToDouble(ratio).toArray())
                    .median();
            return new Ratio(median, mayDiffer, Math.abs(median - 1) <= mayDiffer);
        }
    }

    /**
     * A round.
     *
     * @param round from 1
     * @param perSecond the rate that wrk achieved and the recorder was offered
     * @param recorded requests that the recorder saw answered
     */
    record Pair(
            int round,
            double perSecond,
            long wrkP50Micros,
            long wrkP99Micros,
            long recorded,
            long recorderP50Micros,
            long recorderP99Micros) {
        static Pair of(int round, Wrk.Measured wrk, Recording recording) {
            return new Pair(
                    round,
                    wrk.perSecond(),
                    wrk.p50Micros(),
                    wrk.p99Micros(),
                    recording.tally().ok(),
                    recording.quantileNanos(Timing.SERVICE, 0.5) / 1000,
                    recording.quantileNanos(Timing.SERVICE, 0.99) / 1000);
        }
    }

    static RecorderResult of(List<Pair> pairs, int connections, int seconds, String serviceTime) {
        return new RecorderResult(
                "gatehouse/recorder-against-wrk/1",
                Machine.here("benchmarks/recorder-against-wrk", System.getProperty("gatehouse.commit", "unknown")),
                Machine.load(),
                System.getProperty("gatehouse.wrk", "unknown"),
                connections,
                seconds,
                serviceTime,
                Ratio.of(pairs, P50_MAY_DIFFER, pair -> (double) pair.recorderP50Micros() / pair.wrkP50Micros()),
                Ratio.of(pairs, P99_MAY_DIFFER, pair -> (double) pair.recorderP99Micros() / pair.wrkP99Micros()),
                List.copyOf(pairs));
    }

    void write(Path folder) throws IOException {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(folder.resolve("recorder-against-wrk.json"), mapper.writeValueAsString(this) + "\n");
    }
}

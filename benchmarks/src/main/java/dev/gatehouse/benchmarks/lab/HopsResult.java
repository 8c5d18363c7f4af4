package dev.gatehouse.benchmarks.lab;

import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.statistics.Interval;
import dev.gatehouse.measurements.statistics.MedianBootstrap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run of {@link Hops} found.
 *
 * @param schema of this file
 * @param machine on what
 * @param loadAfter the load average of the last minute when it ended
 * @param haproxy the version
 * @param wrk the version
 * @param jvm the options of the lab's processes
 * @param connections how many at once
 * @param seconds how long each proxy had work in each round
 * @param layers what came out
 * @param rounds what it came out of
 */
record HopsResult(
        String schema,
        Machine machine,
        double loadAfter,
        String haproxy,
        String wrk,
        List<String> jvm,
        int connections,
        int seconds,
        List<Layer> layers,
        List<Hops.Pair> rounds) {

    /**
     * The ratio of requests per second, lab by haproxy, paired within a round.
     *
     * @param layer 4 or 7
     * @param rounds how many pairs
     * @param median of the ratios
     * @param low lower end of the 95 % bootstrap interval of the median over rounds
     * @param high its upper end
     * @param least what {@code low} must reach
     */
    record Layer(int layer, int rounds, double median, double low, double high, double least) {
        private static Layer of(int layer, double least, List<Hops.Pair> all) {
            double[] ratios = all.stream()
                    .filter(pair -> pair.layer() == layer)
                    .mapToDouble(Hops.Pair::ratio)
                    .toArray();
            MedianBootstrap bootstrap = MedianBootstrap.of(ratios);
            Interval interval = bootstrap.interval(0.95);
            return new Layer(layer, ratios.length, bootstrap.median(), interval.low(), interval.high(), least);
        }
    }

    static HopsResult of(List<Hops.Pair> pairs, int seconds) {
        return new HopsResult(
                "gatehouse/hops/1",
                Machine.here("benchmarks/hops", System.getProperty("gatehouse.commit", "unknown")),
                Machine.load(),
                System.getProperty("gatehouse.haproxy", "unknown"),
                System.getProperty("gatehouse.wrk", "unknown"),
                Jvm.OPTIONS,
                Hops.CONNECTIONS,
                seconds,
                List.of(Layer.of(4, 0.85, pairs), Layer.of(7, 0.80, pairs)),
                List.copyOf(pairs));
    }

    void write(Path folder) throws IOException {
        JsonMapper mapper =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(folder.resolve("hops.json"), mapper.writeValueAsString(this) + "\n");
        Files.writeString(folder.resolve("hops.md"), markdown());
    }

    private String markdown() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                """
                # Hops against haproxy

                Written by `benchmarks/hops`. Requests per second of the lab's hop divided by those of haproxy %s in the same mode, paired
                within %d rounds of %d s each, %d connections of wrk %s; the proxies on core %s, one at a time with work, generator and server on core %s.
                %s, %d cores, %s, load average afterwards %.1f.

                | layer | median | 95 %% interval | lower end must reach | met | lab's core busy | haproxy's core busy |
                |---|---|---|---|---|---|---|
                """,
                haproxy,
                layers.get(0).rounds(),
                seconds,
                connections,
                wrk,
                Cores.FIRST.number(),
                Cores.SECOND.number(),
                machine.cpu(),
                machine.cores(),
                "Java " + machine.java(),
                loadAfter));
        for (Layer layer : layers) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %d | %.3f | %.3f to %.3f | %.2f | %s | %.0f %% | %.0f %% |%n",
                    layer.layer(),
                    layer.median(),
                    layer.low(),
                    layer.high(),
                    layer.least(),
                    layer.low() >= layer.least() ? "yes" : "no",
                    100 * busy(layer.layer(), true),
                    100 * busy(layer.layer(), false)));
        }
        return text.append(
                        "\nA core that is not busy waits for the other one: then both proxies look more alike than they are.\n")
                .toString();
    }

    private double busy(int layer, boolean lab) {
        return MedianBootstrap.of(rounds.stream()
                        .filter(pair -> pair.layer() == layer)
                        .mapToDouble(pair -> (lab ? pair.lab() : pair.haproxy()).busy())
                        .toArray())
                .median();
    }
}

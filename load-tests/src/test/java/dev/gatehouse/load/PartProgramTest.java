package dev.gatehouse.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.measurements.files.Merge;
import dev.gatehouse.measurements.files.ResultFile;
import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.plan.PlanBuilder;
import dev.gatehouse.measurements.recording.HistogramLog;
import dev.gatehouse.measurements.recording.Recording;
import dev.gatehouse.measurements.recording.Timing;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.Round;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.measurements.schedule.Schedule;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.testing.SmallSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Runs the parts of a schedule as processes, as the pods of a Job would, and merges what they wrote. */
class PartProgramTest {
    private static final int PARTS = 3;
    private static final Machine MACHINE = new Machine("test", "unknown", "17", "cpu", 2, "Linux");

    /** Time for three JVMs to start on two busy cores; parts that come later say so and keep nothing. */
    private static final Duration UNTIL_START = Duration.ofSeconds(20);

    @TempDir
    Path temporary;

    /** The draw of each request that arrived: no two arrivals of a schedule have the same. */
    private final Queue<String> arrived = new ConcurrentLinkedQueue<>();

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final List<Process> processes = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            String draw = exchange.getRequestHeaders().getFirst("x-gatehouse-request");
            arrived.add(draw);
            exchange.sendResponseHeaders(Long.parseLong(draw) % 5 == 0 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        processes.forEach(Process::destroyForcibly);
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void parts_run_as_processes_send_the_schedule_once_and_merge_exactly() throws Exception {
        Plan plan = plan().build(mix());
        Schedule whole = plan().schedule(mix());
        prepare(plan);
        Instant begin = Instant.now().plus(UNTIL_START);
        for (int part = 0; part < PARTS; part++) {
            processes.add(process(part, begin));
        }
        for (Process process : processes) {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(log()).isZero();
        }
        List<Path> folders = List.of(folder(2), folder(0), folder(1));

        Measurement merged = Merge.into(temporary.resolve("merged"), folders);

        long runs = plan.turns();
        long practice = plan.contestants().size();
        Map<String, Long> expected = new TreeMap<>();
        whole.arrivals()
                .forEach(arrival -> expected.put(
                        String.valueOf(arrival.draw()),
                        arrival.atNanos() < plan.warmUp().toNanos() ? 2 * runs - practice : runs));
        assertThat(new TreeMap<>(arrived.stream().collect(groupingBy(draw -> draw, counting()))))
                .as("the union of what arrived is the schedule, each of its arrivals as often as there are runs")
                .isEqualTo(expected);
        long failing = whole.arrivals().stream()
                .filter(arrival -> arrival.draw() % 5 == 0)
                .count();
        assertThat(merged.plan()).isEqualTo(plan);
        assertThat(merged.rounds()).hasSize(plan.rounds());
        merged.contestants().forEach(summary -> {
            assertThat(summary.tally().sent())
                    .isEqualTo(whole.arrivals().size() * (long) plan.rounds())
                    .isEqualTo(summary.tally().ok()
                            + summary.tally().failures()
                            + summary.tally().timedOut());
            assertThat(summary.tally().failures()).isEqualTo(failing * plan.rounds());
        });
        bucketsAreSums(plan, folders);
    }

    /** Every bucket of every histogram of the merged run is the sum of the files that the parts wrote. */
    private static void bucketsAreSums(Plan plan, List<Path> folders) throws IOException {
        List<List<Round>> rounds = folders.stream()
                .map(folder -> RunFolder.open(folder).complete())
                .toList();
        for (int number = 1; number <= plan.rounds(); number++) {
            for (Contestant contestant : plan.contestants()) {
                List<Recording> parts = new ArrayList<>();
                for (List<Round> part : rounds) {
                    parts.add(part.get(number - 1).run(contestant.name()).recording());
                }
                for (Timing timing : List.of(Timing.RESPONSE, Timing.SERVICE, Timing.LAG)) {
                    Map<Long, Long> sums = new TreeMap<>();
                    for (Path folder : folders) {
                        Path log = folder.resolve(String.format("rounds/%03d/%s.hlog", number, contestant.name()));
                        buckets(Objects.requireNonNull(HistogramLog.read(Files.readAllBytes(log))
                                        .get(timing)))
                                .forEach((value, count) -> sums.merge(value, count, Long::sum));
                    }
                    assertThat(buckets(Recording.merged(parts).histogram(timing)))
                            .as("%s of %s in round %d", timing, contestant.name(), number)
                            .isEqualTo(sums);
                }
            }
        }
    }

    private static Map<Long, Long> buckets(Histogram histogram) {
        Map<Long, Long> buckets = new TreeMap<>();
        histogram
                .recordedValues()
                .forEach(bucket -> buckets.put(bucket.getValueIteratedTo(), bucket.getCountAtValueIteratedTo()));
        return buckets;
    }

    @Test
    void a_part_that_is_ready_after_the_others_began_measures_nothing() throws IOException {
        prepare(plan().build(mix()));

        assertThat(run("1", "3", "2020-01-01T00:00:00Z"))
                .startsWith("3 GH-586")
                .contains("ready after the parts were to begin, at 2020-01-01T00:00:00Z");
        assertThat(arrived).isEmpty();
        assertThat(temporary.resolve("results-1/measured")).doesNotExist();
    }

    @Test
    void a_call_that_cannot_be_understood_is_told_in_a_line() throws IOException {
        prepare(plan().build(mix()));

        assertThat(run("3", "3", "2020-01-01T00:00:00Z")).startsWith("2 can't be understood: of 3 parts there is no");
        assertThat(run("", "3", "2020-01-01T00:00:00Z")).startsWith("2 can't be understood: '' is no number");
        assertThat(run("1", "3", "soon")).startsWith("2 can't be understood: 'soon' is neither a moment nor");
        Files.writeString(temporary.resolve("plan.json"), "{}");
        assertThat(run("1", "3", "soon")).startsWith("2 GH-557");
    }

    @Test
    void a_spec_that_gives_another_schedule_is_refused() throws IOException {
        prepare(plan().build(mix()));
        SmallSpec.iris().with("request: 1 KB", "request: 2 KB").writeTo(temporary.resolve("spec.yaml"));

        assertThat(run("1", "3", "2020-01-01T00:00:00Z")).startsWith("2 GH-585").contains("spec.yaml");
    }

    private String run(String index, String parts, String start) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(arguments(1, start));
        arguments.set(4, parts);
        int status = PartProgram.run(arguments, Map.of(PartProgram.INDEX, index), new PrintStream(said, true, UTF_8));
        return status + " " + said.toString(UTF_8);
    }

    private Process process(int part, Instant begin) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                PartProgram.class.getName()));
        command.addAll(arguments(part, begin.toString()));
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("log-" + part).toFile());
        process.environment().put(PartProgram.INDEX, String.valueOf(part));
        return process.start();
    }

    private List<String> arguments(int part, String start) {
        return List.of(
                temporary.resolve("results-" + part).toString(),
                temporary.resolve("plan.json").toString(),
                temporary.resolve("spec.yaml").toString(),
                temporary.resolve("calls.json").toString(),
                String.valueOf(PARTS),
                start,
                "0 s");
    }

    private Path folder(int part) {
        return temporary.resolve("results-" + part).resolve("part-" + part);
    }

    private String log() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int part = 0; part < PARTS; part++) {
            all.append(Files.readString(temporary.resolve("log-" + part)));
        }
        return all.toString();
    }

    private void prepare(Plan plan) throws IOException {
        Files.writeString(
                temporary.resolve("plan.json"), ResultFile.text(Measurement.of(plan, List.of(MACHINE), List.of())));
        SmallSpec.iris().writeTo(temporary.resolve("spec.yaml"));
        JsonMapper.shared()
                .writeValue(
                        temporary.resolve("calls.json"),
                        List.of(new Call(
                                "good",
                                "public",
                                "iris",
                                Protocol.HTTP,
                                "POST",
                                "http://127.0.0.1:" + server.getAddress().getPort() + "/good",
                                "",
                                Map.of(),
                                "application/json",
                                "unknown")));
    }

    private static PlanBuilder plan() {
        return Plan.of("small", "0".repeat(64))
                .contestants(List.of(Contestant.live("good", "good"), Contestant.live("good.twin", "good")))
                .engine("live")
                .rate(Rate.ofPerSecond(100))
                .duration(Duration.ofMillis(500))
                .warmUp(Duration.ofMillis(100))
                .limit(Duration.ofSeconds(3))
                .rounds(2);
    }

    private static Mix mix() {
        return Mix.of(SmallSpec.iris().spec());
    }
}

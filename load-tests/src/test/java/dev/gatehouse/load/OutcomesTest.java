package dev.gatehouse.load;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.load.MoodyServer.Flow;
import dev.gatehouse.load.MoodyServer.Mood;
import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.Failure;
import dev.gatehouse.measurements.recording.Recording;
import dev.gatehouse.measurements.recording.Tally;
import dev.gatehouse.measurements.recording.Timing;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.result.Round;
import dev.gatehouse.measurements.schedule.Arrival;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.testing.SmallSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of each request is known beforehand, as its number tells the server how to treat it. */
class OutcomesTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final String EDGE = "rest-api";
    private static final SmallSpec SPEC =
            SmallSpec.iris().with("average: 10/s", "average: 20/s").and("""
              llm:
                service: llm.serving:8080
                path: /v1/chat/completions
                entries: [public]
                stream: { first-token: 1 s, longest-gap: 1 s, at-most: 5 s }
                load: { average: 10/s, peak: 20/s, request: 1 KB, response: 1 KB }
            """);

    @TempDir
    Path temporary;

    @Test
    void every_loss_is_named_and_a_stream_shows_its_first_token_and_its_longest_gap() throws IOException {
        Path spec = SPEC.writeTo(temporary.resolve("spec.yaml"));
        Path calls = temporary.resolve("calls.json");
        Plan plan = Plan.of("small", "0".repeat(64))
                .contestants(List.of(Contestant.live("moody", "moody"), Contestant.live("nobody", "nobody")))
                .rate(Rate.ofPerSecond(150))
                .duration(Duration.ofMillis(600))
                .warmUp(Duration.ofMillis(200))
                .limit(LIMIT)
                .rounds(2)
                .build(Mix.of(SPEC.spec()));
        RunFolder folder = RunFolder.open(temporary.resolve("run"), plan, Machine.here("test", "unknown"));
        int sentAgain;
        try (MoodyServer server = new MoodyServer(LIMIT.plusMillis(300))) {
            JsonMapper.shared()
                    .writeValue(
                            calls,
                            Stream.concat(calls("moody", server.port()), calls("nobody", closedPort()))
                                    .toList());
            assertThat(LoadProgram.run(
                            List.of(temporary.resolve("run").toString(), spec.toString(), calls.toString()),
                            System.err))
                    .isZero();
            sentAgain = server.stale.get();
        }

        List<Arrival> arrivals =
                LoadProgram.schedule(plan, spec, CallsJson.read(calls)).arrivals();
        for (Round round : folder.complete()) {
            Tally nobody = round.run("nobody").recording().tally();
            assertThat(nobody.failed())
                    .containsExactly(Map.entry(Failure.connect(Failure.UNKNOWN), (long) arrivals.size()));
            losses(round.run("moody").recording(), arrivals);
            streams(round.run("moody").recording(), arrivals);
        }
        assertThat(folder.complete()).hasSize(2);
        assertThat(sentAgain).as("kept connections that closed").isPositive();
        assertThat(shownByGatling()).contains("moody / iris", "moody / llm", "nobody / iris", "cut@rest-api");
    }

    private static void losses(Recording recording, List<Arrival> arrivals) {
        Map<Mood, Long> moods = arrivals.stream()
                .filter(arrival -> arrival.traffic().model().equals("iris"))
                .collect(groupingBy(arrival -> Mood.of(arrival.draw()), counting()));
        Map<Flow, Long> flows = flows(arrivals);
        assertThat(moods.keySet()).containsExactlyInAnyOrder(Mood.values());
        assertThat(flows.keySet()).containsExactlyInAnyOrder(Flow.values());
        Tally tally = recording.tally();

        assertThat(tally.failed())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Failure.status(503, "ambassador"), of(moods, Mood.REFUSED),
                        Failure.status(301, "ambassador"), of(moods, Mood.MOVED),
                        Failure.reset(EDGE), of(moods, Mood.RESET),
                        Failure.wrong(EDGE), of(moods, Mood.NONSENSE),
                        Failure.cut(EDGE), of(moods, Mood.HALF) + of(flows, Flow.CUT, Flow.UNMARKED)));
        assertThat(tally.timedOut()).isEqualTo(of(moods, Mood.LATE) + of(flows, Flow.SILENT));
        assertThat(tally.ok()).isEqualTo(of(moods, Mood.GOOD, Mood.STALE) + of(flows, Flow.WHOLE));
        assertThat(tally.sent()).isEqualTo(arrivals.size());
        assertThat(tally.counts()).containsKey("sent-again");
        Histogram service = recording.histogram(Timing.SERVICE);
        assertThat(service.getCountBetweenValues(LIMIT.toNanos(), Long.MAX_VALUE))
                .as("answers past the limit count with the limit")
                .isEqualTo(tally.timedOut());
        assertThat(service.getMaxValue()).isLessThan(LIMIT.plusMillis(10).toNanos());
    }

    private static void streams(Recording recording, List<Arrival> arrivals) {
        Map<Flow, Long> flows = flows(arrivals);
        long streams = flows.values().stream().mapToLong(Long::longValue).sum();
        Histogram first = recording.histogram(Timing.FIRST_TOKEN);
        Histogram gap = recording.histogram(Timing.LONGEST_GAP);

        assertThat(recording.tally().counts())
                .containsEntry("stream/llm/whole", of(flows, Flow.WHOLE))
                .containsEntry("stream/llm/truncated", of(flows, Flow.CUT, Flow.UNMARKED));
        assertThat(first.getTotalCount()).isEqualTo(streams);
        assertThat(first.getMinValue())
                .isBetween(MoodyServer.FIRST.toNanos(), LIMIT.dividedBy(2).toNanos());
        assertThat(first.getCountBetweenValues(LIMIT.toNanos(), Long.MAX_VALUE))
                .as("a token that never came")
                .isEqualTo(of(flows, Flow.SILENT));
        assertThat(gap.getTotalCount()).isEqualTo(streams);
        assertThat(gap.getValueAtPercentile(50))
                .as("half of the gaps, as some pieces come late")
                .isBetween(
                        MoodyServer.GAP.minusMillis(15).toNanos(),
                        LIMIT.dividedBy(2).toNanos());
    }

    private static long of(Map<?, Long> counts, Object... kinds) {
        return Stream.of(kinds).mapToLong(kind -> counts.getOrDefault(kind, 0L)).sum();
    }

    private static Map<Flow, Long> flows(List<Arrival> arrivals) {
        return arrivals.stream()
                .filter(arrival -> arrival.traffic().model().equals("llm"))
                .collect(groupingBy(arrival -> Flow.of(arrival.draw()), counting()));
    }

    private static Stream<Call> calls(String contestant, int port) {
        return Stream.of(
                call(contestant, "iris", port, "/v2/models/iris/"),
                call(contestant, "llm", port, "/v1/chat/completions"));
    }

    private static Call call(String contestant, String model, int port, String path) {
        return new Call(
                contestant,
                "public",
                model,
                Protocol.HTTP,
                "POST",
                "http://127.0.0.1:" + port + path,
                "",
                Map.of("host", SmallSpec.HOST),
                "application/json",
                contestant.equals("moody") ? EDGE : Failure.UNKNOWN);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }

    private String shownByGatling() throws IOException {
        StringBuilder shown = new StringBuilder();
        try (Stream<Path> files = Files.walk(temporary.resolve("run/gatling"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(html|js)"))
                    .toList()) {
                shown.append(Files.readString(file));
            }
        }
        return shown.toString();
    }
}

package dev.gatehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Delta;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.Failure;
import dev.gatehouse.measurements.recording.Tally;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.Round;
import dev.gatehouse.measurements.result.Standing;
import dev.gatehouse.measurements.result.Verdict;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.model.spec.Protocol;
import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.testing.SmallSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Requests that can't be made: they were to be sent, so they count, and those that were made don't speak for them. */
class NotSentTest {
    private static final SmallSpec SPEC =
            SmallSpec.iris().with("average: 10/s", "average: 20/s").and("""
              wine:
                service: wine.serving:8080
                path: /v2/models/wine/
                entries: [public]
                answers: { at-most: 1 s }
                load: { average: 10/s, peak: 20/s, request: 1 KB, response: 1 KB }
            """);

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"/without/a/host", "http://[no-address/"})
    void a_request_that_cannot_be_made_fails_on_the_side_of_the_client_and_leaves_the_verdict_open(String url)
            throws IOException {
        Plan plan = Plan.of("small", "0".repeat(64))
                .contestants(List.of(Contestant.live("whole", "whole"), Contestant.live("part", "part")))
                .rate(Rate.ofPerSecond(400))
                .duration(Duration.ofSeconds(1))
                .warmUp(Duration.ofMillis(100))
                .delta(Delta.parse("10 s"))
                .rounds(2)
                .build(Mix.of(SPEC.spec()));

        Measurement measurement = measured(plan, Protocol.HTTP, url);

        long notSent = LoadProgram.schedule(plan, spec(), CallsJson.read(calls())).arrivals().stream()
                .filter(arrival -> arrival.traffic().model().equals("wine"))
                .count();
        assertThat(notSent).isPositive();
        for (Round round : RunFolder.open(temporary.resolve("run")).complete()) {
            long scheduled = round.run("part").scheduled();
            Tally tally = round.run("part").recording().tally();
            assertThat(tally.failed()).containsExactly(Map.entry(new Failure("not-sent", "client"), notSent));
            assertThat(tally.ok()).isEqualTo(scheduled - notSent);
            assertThat(tally.sent()).isEqualTo(scheduled).isEqualTo(tally.ok() + tally.failures() + tally.timedOut());
            assertThat(round.run("whole").recording().tally().ok()).isEqualTo(scheduled);
        }
        assertThat(measurement.contestant("part").orElseThrow().losses())
                .containsExactly(Map.entry("not-sent@client", 2 * notSent));
        assertThat(measurement.standing()).as("%s", measurement.reasons()).isEqualTo(Standing.RANKED);
        assertThat(measurement.verdicts()).singleElement().satisfies(pair -> {
            assertThat(pair.verdict()).isEqualTo(Verdict.UNDECIDED);
            assertThat(pair.why().orElseThrow()).contains("of the requests to part failed");
        });
    }

    @ParameterizedTest
    @CsvSource({"GRPC, /without/a/host", "GRPC, http://[no-address/", "WEBSOCKET, http://[no-address/"})
    void so_does_a_call_of_another_protocol(Protocol protocol, String url) throws IOException {
        Plan plan = Plan.of("small", "0".repeat(64))
                .contestants(List.of(Contestant.live("whole", "whole"), Contestant.live("part", "part")))
                .rate(Rate.ofPerSecond(100))
                .duration(Duration.ofMillis(300))
                .warmUp(Duration.ZERO)
                .rounds(2)
                .build(Mix.of(SPEC.spec()));

        Measurement measurement = measured(plan, protocol, url);

        long notSent = LoadProgram.schedule(plan, spec(), CallsJson.read(calls())).arrivals().stream()
                .filter(arrival -> arrival.traffic().model().equals("wine"))
                .count();
        assertThat(measurement.contestant("part").orElseThrow().losses())
                .containsExactly(Map.entry("not-sent@client", 2 * notSent));
    }

    private Measurement measured(Plan plan, Protocol protocol, String url) throws IOException {
        RunFolder folder = RunFolder.open(temporary.resolve("run"), plan, Machine.here("test", "unknown"));
        SPEC.writeTo(spec());
        ExecutorService threads = Executors.newFixedThreadPool(4);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        String good = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        try {
            JsonMapper.shared()
                    .writeValue(
                            calls(),
                            List.of(
                                    call("whole", "iris", Protocol.HTTP, good),
                                    call("whole", "wine", Protocol.HTTP, good),
                                    call("part", "iris", Protocol.HTTP, good),
                                    call("part", "wine", protocol, url)));
            assertThat(LoadProgram.run(
                            List.of(temporary.resolve("run").toString(), spec().toString(), calls().toString()),
                            System.err))
                    .isZero();
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
        return folder.measurement();
    }

    private Path spec() {
        return temporary.resolve("spec.yaml");
    }

    private Path calls() {
        return temporary.resolve("calls.json");
    }

    private static Call call(String contestant, String model, Protocol protocol, String url) {
        return new Call(
                contestant, "public", model, protocol, "POST", url, "", Map.of(), "application/json", Failure.UNKNOWN);
    }
}

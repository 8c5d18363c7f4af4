package dev.gatehouse.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.model.spec.SpecReader;
import dev.gatehouse.model.unit.Rate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Contestants at one address, and rounds of one contestant: no turn inherits the connections of another. */
class ConnectionsTest {
    private static final String SPEC = """
            schema: gatehouse/platform/1
            name: small
            region: eu-west-1
            entries: { public: { host: models.example.org } }
            models:
              iris:
                service: iris.serving:8080
                path: /v2/models/iris/
                entries: [public]
                answers: { at-most: 1 s }
                load: { average: 10/s, peak: 20/s, request: 1 KB, response: 1 KB }
            """;

    @TempDir
    Path temporary;

    /** By the client's port, whom it asked for and which numbers of the schedule it sent. */
    private final Map<Integer, Set<String>> asked = new ConcurrentHashMap<>();

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();

    @Test
    void a_turn_keeps_its_connections_and_shares_them_with_no_other_turn() throws IOException {
        Plan plan = Plan.of("small", "0".repeat(64))
                .contestants(List.of(Contestant.live("one", "one"), Contestant.live("other", "other")))
                .rate(Rate.ofPerSecond(100))
                .duration(Duration.ofMillis(400))
                .warmUp(Duration.ZERO)
                .rounds(2)
                .build(Mix.of(SpecReader.read("spec.yaml", SPEC.getBytes(UTF_8))
                        .spec()
                        .orElseThrow()));
        RunFolder folder = RunFolder.open(temporary.resolve("run"), plan, Machine.here("test", "unknown"));
        Path spec = Files.writeString(temporary.resolve("spec.yaml"), SPEC);
        Path calls = temporary.resolve("calls.json");
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer server = server(threads);
        try {
            JsonMapper.shared()
                    .writeValue(
                            calls,
                            Stream.of("one", "other")
                                    .map(name -> call(name, server.getAddress().getPort()))
                                    .toList());
            assertThat(LoadProgram.run(
                            List.of(temporary.resolve("run").toString(), spec.toString(), calls.toString()),
                            System.err))
                    .isZero();
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }

        int scheduled = (int) folder.complete().get(0).run("one").scheduled();
        assertThat(requests.get())
                .as("two turns of practice and four of rounds")
                .isEqualTo(scheduled * 6);
        assertThat(again.get()).as("numbers that a connection sent twice").isZero();
        assertThat(asked.values())
                .as("each connection asks for one contestant")
                .allSatisfy(numbers -> assertThat(numbers.stream().map(number -> number.split(" ", 2)[0]))
                        .containsOnly(numbers.iterator().next().split(" ", 2)[0]));
        assertThat(asked.size()).as("and sends more than one request").isLessThan(requests.get() / 2);
    }

    private HttpServer server(ExecutorService threads) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            String number = exchange.getRequestHeaders().getFirst("x-contestant") + " "
                    + exchange.getRequestHeaders().getFirst("x-gatehouse-request");
            Set<String> numbers =
                    asked.computeIfAbsent(exchange.getRemoteAddress().getPort(), none -> ConcurrentHashMap.newKeySet());
            requests.incrementAndGet();
            if (!numbers.add(number)) {
                again.incrementAndGet();
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Call call(String contestant, int port) {
        return new Call(
                contestant,
                "public",
                "iris",
                "POST",
                "http://127.0.0.1:" + port + "/",
                "",
                Map.of("x-contestant", contestant),
                "application/json",
                "unknown");
    }
}

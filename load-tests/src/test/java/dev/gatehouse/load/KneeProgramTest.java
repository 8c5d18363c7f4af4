package dev.gatehouse.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.measurements.files.KneesJson;
import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.schedule.Mix;
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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Runs the whole program against a server that carries so much and no more. */
class KneeProgramTest {
    private static final int CARRIED_IN_A_SECOND = 60;

    @TempDir
    Path temporary;

    private final Deque<Long> lately = new ArrayDeque<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Set<Integer> policies = ConcurrentHashMap.newKeySet();

    @Test
    void the_knee_is_the_rate_that_a_server_carries() throws Exception {
        boolean linux = Files.exists(Path.of("/proc/thread-self"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            asked.incrementAndGet();
            if (linux) {
                policies.addAll(ThreadPolicy.of("gatehouse-metronome"));
                policies.addAll(ThreadPolicy.of("gatling-1-1"));
            }
            exchange.sendResponseHeaders(isCarried(System.nanoTime()) ? 200 : 503, -1);
            exchange.close();
        });
        server.start();
        try {
            assertThat(search("http://127.0.0.1:" + server.getAddress().getPort() + "/"))
                    .startsWith("0 knee step of limited: of 3")
                    .containsPattern("at 20/s 3\\d were answered, in \\d+\\.\\d ms at the median\n")
                    .containsPattern("at 80/s \\d+ were answered \\(\\d+ status-503@unknown\\)")
                    .containsPattern("\nknee of limited: [0-9.]+/s\n$");
        } finally {
            server.stop(0);
        }

        assertThat(asked.get()).as("20 of practice, and the steps").isGreaterThan(250);
        SortedMap<String, Rate> knees = KneesJson.read(temporary.resolve("run")).orElseThrow();
        assertThat(knees).as("a twin is the same contestant").containsOnlyKeys("limited");
        assertThat(knees.values())
                .allSatisfy(knee -> assertThat(knee.perSecond().doubleValue()).isBetween(30.0, 75.0));
        if (linux) {
            assertThat(policies).as("nobody goes before the path").containsExactly(ThreadPolicy.NORMAL);
        }
    }

    @Test
    void what_cannot_be_understood_is_told_in_a_line_and_no_knee_is_written() throws IOException {
        assertThat(said(List.of("one"))).isEqualTo("2 usage: FOLDER SPEC CALLS\n");
        assertThat(said(List.of("nowhere", "spec.yaml", "calls.json"))).startsWith("2 GH-557 ");
        Path run = planned();
        Path spec = SmallSpec.iris().writeTo(temporary.resolve("spec.yaml"));
        Path calls = Files.writeString(temporary.resolve("calls.json"), "nonsense");

        assertThat(said(List.of(run.toString(), spec.toString(), calls.toString())))
                .startsWith("2 can't be understood: ");
        assertThat(said(List.of(run.toString(), temporary.resolve("none.yaml").toString(), calls.toString())))
                .startsWith("2 ");
        assertThat(KneesJson.read(run)).isEmpty();
    }

    /** In any second no more than {@link #CARRIED_IN_A_SECOND}. */
    private synchronized boolean isCarried(long now) {
        while (!lately.isEmpty()
                && now - lately.getFirst() > Duration.ofSeconds(1).toNanos()) {
            lately.removeFirst();
        }
        boolean carried = lately.size() < CARRIED_IN_A_SECOND;
        if (carried) {
            lately.addLast(now);
        }
        return carried;
    }

    private String search(String url) throws IOException {
        Path run = planned();
        Path spec = SmallSpec.iris().writeTo(temporary.resolve("spec.yaml"));
        Path calls = temporary.resolve("calls.json");
        JsonMapper.shared()
                .writeValue(
                        calls,
                        List.of(new Call(
                                "limited",
                                "public",
                                "iris",
                                Protocol.HTTP,
                                "POST",
                                url,
                                "",
                                Map.of("host", SmallSpec.HOST),
                                "application/json",
                                "unknown")));
        return said(List.of(run.toString(), spec.toString(), calls.toString()));
    }

    private Path planned() {
        Contestant limited = Contestant.live("limited", "limited");
        Plan plan = Plan.of("small", "0".repeat(64))
                .contestants(List.of(limited, limited.twin()))
                .rate(Rate.ofPerSecond(20))
                .duration(Duration.ofSeconds(1))
                .build(Mix.of(SmallSpec.iris().spec()));
        Path run = temporary.resolve("run");
        RunFolder.open(run, plan, Machine.here("test", "unknown"));
        return run;
    }

    private static String said(List<String> arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = KneeProgram.run(arguments, new PrintStream(said, true, UTF_8));
        return status + " " + said.toString(UTF_8);
    }
}

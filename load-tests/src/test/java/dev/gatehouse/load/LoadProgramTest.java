package dev.gatehouse.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.Failure;
import dev.gatehouse.measurements.recording.Tally;
import dev.gatehouse.measurements.recording.Timing;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.result.Round;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Runs the whole program against a plain server on loopback. */
class LoadProgramTest {
    /** Linux does; other systems don't tell how a thread is scheduled. */
    private static final boolean TELLS_POLICIES = Files.exists(Path.of("/proc/thread-self"));

    @TempDir
    Path temporary;

    private final AtomicInteger asked = new AtomicInteger();
    private final Set<Integer> policies = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        answer("/good", 200, "");
        answer("/refused", 403, "web-acl");
        server.start();
    }

    private void answer(String path, int status, String hop) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            if (TELLS_POLICIES) {
                policies.addAll(ThreadPolicy.of("gatehouse-metronome"));
            }
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean whole = body.length == 1000
                    && SmallSpec.HOST.equals(exchange.getRequestHeaders().getFirst("host"));
            if (!hop.isEmpty()) {
                exchange.getResponseHeaders().set("x-gatehouse-hop", hop);
            }
            exchange.getResponseHeaders().set("x-model", "iris");
            exchange.getResponseHeaders().set("x-variant", "base");
            exchange.sendResponseHeaders(whole ? status : 400, -1);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private Call call(String contestant, String url) {
        return new Call(
                contestant,
                "public",
                "iris",
                Protocol.HTTP,
                "POST",
                url,
                "",
                Map.of("host", SmallSpec.HOST),
                "application/json",
                "unknown");
    }

    @Test
    void every_request_of_every_round_is_accounted_for() throws Exception {
        Plan plan = Plan.of("small", "0".repeat(64))
                .contestants(List.of(
                        Contestant.live("good", "good"),
                        Contestant.live("refused", "refused"),
                        Contestant.live("nobody", "nobody"),
                        Contestant.live("good.twin", "good")))
                .rate(Rate.ofPerSecond(100))
                .duration(Duration.ofMillis(500))
                .warmUp(Duration.ofMillis(200))
                .limit(Duration.ofSeconds(5))
                .rounds(4)
                .build(Mix.of(SmallSpec.iris().spec()));

        RunFolder folder = run(
                plan,
                List.of(
                        call("good", url("/good")),
                        call("refused", url("/refused")),
                        call("nobody", "http://127.0.0.1:1/")));

        assertThat(folder.missing()).isEmpty();
        List<Round> rounds = folder.complete();
        assertThat(rounds).hasSize(4);
        long scheduled = rounds.get(0).run("good").scheduled();
        for (Round round : rounds) {
            round.runs().forEach((name, run) -> {
                Tally tally = run.recording().tally();
                assertThat(tally.sent()).as(name).isEqualTo(scheduled);
                switch (name) {
                    case "refused" ->
                        assertThat(tally.failed())
                                .containsExactly(Map.entry(Failure.status(403, "web-acl"), scheduled));
                    case "nobody" ->
                        assertThat(tally.failed())
                                .containsExactly(Map.entry(Failure.connect(Failure.UNKNOWN), scheduled));
                    default -> {
                        assertThat(tally.ok()).isEqualTo(scheduled);
                        assertThat(tally.counts()).containsEntry("variant/iris/base", scheduled);
                        assertThat(run.recording().histogram(Timing.RESPONSE).getTotalCount())
                                .isEqualTo(scheduled);
                    }
                }
            });
        }
        assertThat(asked.get())
                .as("practice, four rounds, and a warm-up in each")
                .isGreaterThan((int) scheduled * 3 * 5);
        assertThat(temporary.resolve("run/gatling")).isNotEmptyDirectory();
        if (TELLS_POLICIES) {
            int granted = ThreadPolicy.granted();
            assertThat(policies).as("of the metronome").containsExactly(granted);
            assertThat(rounds).extracting(Round::scheduling).containsOnly(ThreadPolicy.told(granted));
        }

        int before = asked.get();
        Path at = temporary.resolve("run");
        assertThat(LoadProgram.run(
                        List.of(
                                at.toString(),
                                temporary.resolve("spec.yaml").toString(),
                                temporary.resolve("calls.json").toString()),
                        System.err))
                .as("nothing is missing any more")
                .isZero();
        assertThat(asked.get()).as("so nothing is asked").isEqualTo(before);
    }

    /** Two turns are practice; the third is the first of the first round. */
    @Test
    void a_turn_does_not_wait_for_the_last_answers_of_the_turn_before() throws IOException {
        int held = 3;
        AtomicInteger turn = new AtomicInteger();
        AtomicReference<String> asking = new AtomicReference<>("");
        CountDownLatch nextTurn = new CountDownLatch(1);
        List<Boolean> answeredByNextTurn = new CopyOnWriteArrayList<>();
        server.createContext("/turns/", exchange -> {
            String contestant = exchange.getRequestURI().getPath();
            if (!asking.getAndSet(contestant).equals(contestant)) {
                int now = turn.incrementAndGet();
                if (now == held) {
                    answeredByNextTurn.add(reached(nextTurn));
                } else if (now == held + 1) {
                    nextTurn.countDown();
                }
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        Plan plan = Plan.of("small", "0".repeat(64))
                .contestants(List.of(Contestant.live("one", "one"), Contestant.live("other", "other")))
                .rate(Rate.ofPerSecond(100))
                .duration(Duration.ofMillis(500))
                .warmUp(Duration.ofMillis(200))
                .limit(Duration.ofSeconds(20))
                .rounds(2)
                .build(Mix.of(SmallSpec.iris().spec()));

        RunFolder folder = run(plan, List.of(call("one", url("/turns/one")), call("other", url("/turns/other"))));

        assertThat(answeredByNextTurn).containsExactly(true);
        assertThat(Thread.getAllStackTraces().keySet())
                .as("nobody measures pauses any more")
                .extracting(Thread::getName)
                .doesNotContain("gatehouse-hiccups");
        assertThat(folder.complete())
                .hasSize(2)
                .allSatisfy(round -> round.runs()
                        .values()
                        .forEach(run -> assertThat(run.recording().tally().ok()).isEqualTo(run.scheduled())));
    }

    private static boolean reached(CountDownLatch latch) {
        try {
            return latch.await(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Runs a plan to its end. */
    private RunFolder run(Plan plan, List<Call> calls) throws IOException {
        Path spec = SmallSpec.iris().writeTo(temporary.resolve("spec.yaml"));
        RunFolder folder = RunFolder.open(temporary.resolve("run"), plan, Machine.here("test", "unknown"));
        Path told = temporary.resolve("calls.json");
        JsonMapper.shared().writeValue(told, calls);
        assertThat(LoadProgram.run(
                        List.of(temporary.resolve("run").toString(), spec.toString(), told.toString()), System.err))
                .isZero();
        return folder;
    }

    @Test
    void a_call_without_all_that_it_takes_is_none() throws IOException {
        Plan plan = Plan.of("small", "0".repeat(64))
                .contestants(List.of(Contestant.live("one", "one"), Contestant.live("other", "other")))
                .build(Mix.of(SmallSpec.iris().spec()));
        RunFolder.open(temporary.resolve("run"), plan, Machine.here("test", "unknown"));
        Path spec = SmallSpec.iris().writeTo(temporary.resolve("spec.yaml"));
        String whole = JsonMapper.shared().writeValueAsString(List.of(call("one", url("/good"))));
        Path calls = Files.writeString(temporary.resolve("calls.json"), whole.replace("\"edge\"", "\"egde\""));
        Path none = Files.writeString(temporary.resolve("none.json"), "[]");

        assertThat(said(temporary.resolve("run"), spec, calls))
                .startsWith("2 can't be understood: ")
                .contains("'edge'");
        assertThat(said(temporary.resolve("run"), spec, none)).startsWith("2 can't be understood: ");
    }

    private static String said(Path... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status =
                LoadProgram.run(Stream.of(arguments).map(Path::toString).toList(), new PrintStream(said, true, UTF_8));
        return status + " " + said.toString(UTF_8);
    }

    @Test
    void a_call_that_cannot_be_understood_is_told_in_a_line() {
        assertThat(said(Path.of("one"))).startsWith("2 usage:");
    }
}

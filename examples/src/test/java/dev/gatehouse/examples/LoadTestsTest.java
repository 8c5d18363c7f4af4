package dev.gatehouse.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.cli.Gatehouse;
import dev.gatehouse.cli.Surroundings;
import dev.gatehouse.lab.net.Authority;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.lab.server.ServerOptions;
import dev.gatehouse.lab.server.Variant;
import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.recording.Timing;
import dev.gatehouse.measurements.result.Round;
import dev.gatehouse.measurements.result.Run;
import dev.gatehouse.model.spec.PlatformSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gatehouse load} as people call it: the lab and the generator are processes of their own. */
class LoadTestsTest {
    @TempDir
    private Path folder = Path.of("");

    private LoadCalls calls = new LoadCalls(folder);

    @BeforeEach
    void write() throws IOException {
        calls = new LoadCalls(folder);
        LoadCalls.SPEC.writeTo(folder.resolve("small.yaml"));
        Files.writeString(folder.resolve("loose.yaml"), """
                schema: gatehouse/bounds/1
                designs:
                  nlb-ambassador: { errors: 100 % }
                """);
        Files.writeString(folder.resolve("strict.yaml"), """
                schema: gatehouse/bounds/1
                verdicts:
                  - { design: nlb-ambassador, beside: apigateway-nlb, is: decided }
                """);
    }

    @Test
    void two_designs_are_measured_and_a_run_goes_on_where_it_ended() throws IOException {
        String[] call = {"--design", "nlb-ambassador", "apigateway-nlb", "--out", "run", "--check", "loose.yaml"};

        LoadCalls.Ran first = calls.load(call);

        assertThat(first.err()).contains("4 rounds instead of 2: whole squares of orders of 4 contestants\n");
        assertThat(first.err()).contains("round 4 of 4\n").doesNotContain("error");
        assertThat(first.status()).isZero();
        assertThat(first.out())
                .startsWith("At 100/s, which of apigateway-nlb, nlb-ambassador has the smaller median response time")
                .contains("our stand-ins for AWS's hops", "not AWS")
                .contains("\ndirect ", "\napigateway-nlb.twin ");
        List<Round> rounds = RunFolder.open(folder.resolve("run")).complete();
        assertThat(rounds).hasSize(4);
        rounds.forEach(round -> assertThat(round.runs())
                .hasSize(4)
                .allSatisfy((name, run) ->
                        assertThat(run.recording().tally().ok()).as(name).isEqualTo(run.scheduled())));
        assertThat(folder.resolve("run/rounds/001/direct.hlog")).isRegularFile();
        assertThat(folder.resolve("run/rounds.csv")).isRegularFile();
        assertThat(gatlingReport()).contains("nlb-ambassador", "direct");
        assertThat(ProcessHandle.current().descendants()).isEmpty();

        LoadCalls.Ran shown = calls.call(
                List.of("report", "small.yaml", "--design", "nlb-ambassador", "--results", "run/result.json"));
        assertThat(shown.status()).isZero();
        assertThat(folder.resolve("gatehouse-report/results.md")).isRegularFile();

        delete(folder.resolve("run/rounds/003"));
        LoadCalls.Ran resumed = calls.load(call);
        assertThat(resumed.status()).isZero();
        assertThat(resumed.err())
                .contains("resuming: 3 of 4 rounds are there\n", "round 3 of 4\n")
                .doesNotContain("round 1 of 4", "round 2 of 4");

        LoadCalls.Ran checked = calls.load(
                "--design", "nlb-ambassador", "apigateway-nlb", "--out", "run", "--check", "strict.yaml", "-o", "json");
        assertThat(checked.status()).isEqualTo(1);
        assertThat(checked.err()).contains("GH-574 error strict.yaml").doesNotContain(" of 4");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(Path.of("../docs/schema/load-1.schema.json")), InputFormat.JSON)
                        .validate(checked.out(), InputFormat.JSON))
                .isEmpty();

        LoadCalls.Ran other = calls.load("--design", "nlb-ambassador", "apigateway-nlb", "--out", "run", "--seed", "2");
        assertThat(other.status()).isEqualTo(2);
        assertThat(other.err()).startsWith("GH-558");
    }

    @Test
    void a_drill_says_what_was_lost_and_leaves_a_result_of_its_schema() throws IOException {
        List<String> drill = List.of("load", "small.yaml", "--drill", "reload-routes", "--rate", "100");

        LoadCalls.Ran ran = calls.call(drill, "--design", "nlb-ambassador", "apigateway-nlb", "--out", "drills");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("nlb-ambassador").doesNotContain("error");
        assertThat(ran.out())
                .startsWith("drill reload-routes · small\n")
                .contains("\n  at  5 s  the ingress takes other routes\n")
                .contains("no ingress on this path", "not AWS")
                .isEqualTo(Files.readString(folder.resolve("drills/drill.txt")));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(Path.of("../docs/schema/drill-1.schema.json")), InputFormat.JSON)
                        .validate(Files.readString(folder.resolve("drills/drill.json")), InputFormat.JSON))
                .isEmpty();
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    void a_server_that_stands_still_for_a_second_is_charged_to_every_request_that_it_delays() {
        PlatformSpec spec = LoadCalls.SPEC.spec();
        try (Loops loops = Loops.start("load-tests-test", 1);
                ModelServer server = ModelServer.start(spec, loops, Authority.create("test"), ServerOptions.STANDARD)) {
            int port = server.address(spec.models().get(0).service()).getPort();
            CompletableFuture<Void> stall = CompletableFuture.runAsync(() -> {
                // after two turns of practice of about 150, and a warm-up of about 20
                while (server.answered("iris", Variant.BASE).requests() < 360) {
                    Thread.onSpinWait();
                }
                server.stall(Duration.ofSeconds(1));
            });
            LoadCalls.Ran ran = calls.call(
                    List.of("load", "small.yaml", "--out", "run", "--rate", "100", "--duration", "1500ms"),
                    "--warm-up",
                    "200ms",
                    "--rounds",
                    "2",
                    "--target",
                    "one=http://127.0.0.1:" + port);
            stall.join();

            assertThat(ran.status()).as(ran.err()).isZero();
        }
        Run stalled = RunFolder.open(folder.resolve("run")).complete().stream()
                .flatMap(round -> round.runs().values().stream())
                .max(Comparator.comparing(run -> run.recording().quantileNanos(Timing.RESPONSE, 1)))
                .orElseThrow();
        Histogram times = stalled.recording().histogram(Timing.RESPONSE);

        assertThat(stalled.recording().tally().ok()).isEqualTo(stalled.scheduled());
        assertThat(times.getMaxValue()).isGreaterThan(Duration.ofMillis(900).toNanos());
        assertThat(times.getCountBetweenValues(Duration.ofMillis(500).toNanos(), times.getMaxValue()))
                .as("of a hundred that came meanwhile, half waited for half a second or more")
                .isGreaterThan(25);
    }

    @Test
    void what_cannot_be_understood_is_told_before_anything_runs() {
        for (List<String> wrong : List.of(
                List.of("--rate", "soon"),
                List.of("--rate", "0"),
                List.of("--rounds", "0"),
                List.of("--duration", "0s"),
                List.of("--limit", "0s"),
                List.of("--limit", "forever"),
                List.of("--delta", "5 apples"),
                List.of("--engine", "envoi"),
                List.of("--inject", "vpc-lnk=5ms"),
                List.of("--inject", "vpc-link"),
                List.of("--target", "https://models.example.org"),
                List.of("--target", "blue=ftp://models.example.org"),
                List.of("--target", "blue=https://models.example.org", "--design", "nlb-ambassador"),
                List.of("--check", "none.yaml"),
                List.of("--merge", "none"),
                List.of("-o", "xml"))) {
            LoadCalls.Ran ran = calls.call(List.of("load", "small.yaml"), wrong.toArray(String[]::new));

            assertThat(ran.status()).as(wrong.toString()).isEqualTo(2);
            assertThat(ran.err()).as(wrong.toString()).startsWith("GH-").contains("fix:");
            assertThat(folder.resolve("gatehouse-load")).doesNotExist();
        }
    }

    @Test
    void without_a_generator_it_says_how_to_get_one() {
        Surroundings around = Surroundings.of(
                new ByteArrayInputStream(new byte[0]),
                new ByteArrayOutputStream(),
                new ByteArrayOutputStream(),
                folder,
                LocalDate.of(2026, 11, 22));

        assertThat(Gatehouse.run(List.of("load", "small.yaml"), around)).isEqualTo(3);
    }

    private String gatlingReport() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("run/gatling"))) {
            Path page = files.filter(file -> file.endsWith("index.html"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(page);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

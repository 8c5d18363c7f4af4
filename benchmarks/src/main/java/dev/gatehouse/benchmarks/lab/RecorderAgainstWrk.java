package dev.gatehouse.benchmarks.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.Recording;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.result.Run;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.model.spec.SpecReader;
import dev.gatehouse.model.unit.Rate;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks whether the recorder of load tests sees the service times that wrk sees: {@code ROUNDS SECONDS FOLDER}. In each
 * round wrk asks in a closed loop, then the load tests' generator at the rate that wrk achieved, in a process of its
 * own. We would change the recorder if p50 differed by more than 10 % or p99 by more than 25 %.
 *
 * <p>Every answer takes 5 ms, since wrk adds what it believes a stall has hidden wherever an answer takes more than
 * twice the mean.
 */
public final class RecorderAgainstWrk {
    private static final int CONNECTIONS = 4;
    private static final String TIME = "5 ms";
    private static final String SPEC = """
            schema: gatehouse/platform/1
            name: recorder
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

    private final Path folder;
    private final Path spec;
    private final String url;
    private final int seconds;

    private RecorderAgainstWrk(Path folder, Path spec, String url, int seconds) {
        this.folder = folder;
        this.spec = spec;
        this.url = url;
        this.seconds = seconds;
    }

    /** Measures, and writes {@code recorder-against-wrk.json} into the folder. */
    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("gatehouse-recorder");
        PrintStream said = System.err;
        Path spec = Files.writeString(folder.resolve("spec.yaml"), SPEC);
        List<RecorderResult.Pair> pairs = new ArrayList<>();
        try (Child server = Child.java(Hops.PROXY_CORE, Jvm.OPTIONS, OneModel.class, spec.toString())) {
            String url = "http://127.0.0.1:" + server.line() + "/v2/models/iris/infer";
            Wrk wrk = Wrk.in(
                    folder,
                    Hops.OTHER_CORE,
                    CONNECTIONS,
                    "wrk.method = 'POST'\nwrk.body = '[' .. string.rep('5', 998) .. ']'\n");
            RecorderAgainstWrk comparison = new RecorderAgainstWrk(folder, spec, url, seconds);
            wrk.ask(url, seconds, "x-gatehouse-time: " + TIME);
            for (int round = 1; round <= rounds; round++) {
                Wrk.Measured theirs = wrk.ask(url, seconds, "x-gatehouse-time: " + TIME);
                RecorderResult.Pair pair = RecorderResult.Pair.of(round, theirs, comparison.recorded(round, theirs));
                pairs.add(pair);
                said.println(pair);
            }
        } finally {
            Hops.delete(folder);
        }
        RecorderResult.of(pairs, CONNECTIONS, seconds, TIME).write(Path.of(arguments[2]));
    }

    /** What the recorder says of the same server at the same rate. */
    private Recording recorded(int round, Wrk.Measured theirs) throws IOException {
        Path run = folder.resolve("run-" + round);
        Contestant server = Contestant.live("server", "server");
        Plan plan = Plan.of("recorder", "0".repeat(64))
                .contestants(List.of(server, server.twin()))
                .rate(Rate.ofPerSecond(Math.round(theirs.perSecond())))
                .duration(Duration.ofSeconds(seconds))
                .warmUp(Duration.ofSeconds(2))
                .limit(Duration.ofSeconds(5))
                .rounds(2)
                .build(Mix.of(SpecReader.read("spec.yaml", SPEC.getBytes(UTF_8))
                        .spec()
                        .orElseThrow()));
        RunFolder runFolder = RunFolder.open(run, plan, Machine.here("recorder", "unknown"));
        Path calls = folder.resolve("calls.json");
        JsonMapper.shared()
                .writeValue(
                        calls,
                        List.of(Map.of(
                                "contestant", "server",
                                "entry", "public",
                                "model", "iris",
                                "method", "POST",
                                "url", url,
                                "address", "",
                                "headers", Map.of("host", "models.example.org", "x-gatehouse-time", TIME),
                                "contentType", "application/json")));
        List<String> command = List.of(
                Jvm.java(),
                "-XX:+UseSerialGC",
                "-Dslf4j.internal.verbosity=ERROR",
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.gatehouse.load.LoadProgram",
                run.toString(),
                spec.toString(),
                calls.toString());
        try (Child generator = Child.on(Hops.OTHER_CORE, command)) {
            generator.output();
        }
        return Recording.merged(runFolder.complete().stream()
                .flatMap(each -> each.runs().values().stream())
                .map(Run::recording)
                .toList());
    }
}

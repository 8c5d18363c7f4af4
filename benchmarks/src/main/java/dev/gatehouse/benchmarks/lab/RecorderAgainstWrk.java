package dev.gatehouse.benchmarks.lab;

import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.Recording;
import dev.gatehouse.measurements.result.Run;
import dev.gatehouse.measurements.schedule.ArrivalProcess;
import dev.gatehouse.model.unit.Rate;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Asks whether the recorder of load tests sees the service times that wrk sees: {@code ROUNDS SECONDS FOLDER}. In each
 * round wrk asks in a closed loop, then the load tests' generator at the rate that wrk achieved, in a process of its
 * own; each uses whatever cores are free. We would change the recorder if p50 differed by more than 10 % or p99 by more
 * than 25 %.
 *
 * <p>Requests leave like clockwork: a closed loop of four connections never has more than four under way, and clients
 * who know nothing of each other do. Every answer takes 5 ms, since wrk adds what it believes a stall has hidden
 * wherever an answer takes more than twice the mean.
 */
public final class RecorderAgainstWrk {
    private static final int CONNECTIONS = 4;
    private static final String TIME = "5 ms";

    private final Generator generator;
    private final int seconds;

    private RecorderAgainstWrk(Generator generator, int seconds) {
        this.generator = generator;
        this.seconds = seconds;
    }

    /** Measures, and writes {@code recorder-against-wrk.json} into the folder. */
    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[0]);
        int seconds = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("gatehouse-recorder");
        PrintStream said = System.err;
        List<RecorderResult.Pair> pairs = new ArrayList<>();
        try (Child server = Child.java(Cores.ALL, Jvm.OPTIONS, OneModel.class, Generator.SPEC.toString())) {
            String url = "http://127.0.0.1:" + server.line() + "/v2/models/iris/infer";
            Wrk wrk = Wrk.in(
                    folder,
                    Cores.ALL,
                    CONNECTIONS,
                    "wrk.method = 'POST'\nwrk.body = '[' .. string.rep('5', 998) .. ']'\n");
            RecorderAgainstWrk comparison = new RecorderAgainstWrk(new Generator(folder, url), seconds);
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
        Contestant server = Contestant.live("server", "server");
        Plan plan = Plan.of("recorder", "0".repeat(64))
                .contestants(List.of(server, server.twin()))
                .rate(Rate.ofPerSecond(Math.round(theirs.perSecond())))
                .process(ArrivalProcess.CONSTANT)
                .duration(Duration.ofSeconds(seconds))
                .warmUp(Duration.ofSeconds(2))
                .limit(Duration.ofSeconds(5))
                .rounds(2)
                .build(Generator.mix());
        RunFolder runFolder = generator.run("run-" + round, plan, Map.of("server", TIME));
        return Recording.merged(runFolder.complete().stream()
                .flatMap(each -> each.runs().values().stream())
                .map(Run::recording)
                .toList());
    }
}

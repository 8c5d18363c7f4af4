package dev.gatehouse.benchmarks.lab;

import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.plan.PlanBuilder;
import dev.gatehouse.measurements.result.Measurement;
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
 * Asks how often load tests find a difference where there is none, and whether they find one of 100 µs in 5 ms:
 * {@code RUNS ROUNDS FOLDER}. Each run compares a server with itself, by the generator that load tests use, in a
 * process of its own; one more run has a contestant whose model takes 100 µs longer. We would doubt the verdicts if
 * Wilson's interval of the rate of false alarms lay above 5 %.
 */
public final class SelfComparisons {
    private static final String TIME = "5 ms";
    private static final String LONGER = "5.1 ms";
    private static final int INJECTED_ROUNDS = 42;

    private SelfComparisons() {}

    /** Measures, and writes {@code self-comparisons.json} into the folder. */
    public static void main(String[] arguments) throws IOException {
        int runs = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("gatehouse-self");
        PrintStream said = System.err;
        List<SelfResult.Twins> twins = new ArrayList<>();
        Contestant server = Contestant.live("server", "server");
        try (Child model = Child.java(Cores.ALL, Jvm.OPTIONS, OneModel.class, Generator.SPEC.toString())) {
            Generator generator = new Generator(folder, "http://127.0.0.1:" + model.line() + "/v2/models/iris/infer");
            for (int run = 1; run <= runs; run++) {
                Plan plan = plan(List.of(server, server.twin()), rounds, run);
                twins.add(SelfResult.Twins.of(run, measured(generator, "run-" + run, plan, Map.of("server", TIME))));
                said.println(twins.get(run - 1));
            }
            Plan plan = plan(
                    List.of(server, Contestant.live("longer", "longer"), server.twin()), INJECTED_ROUNDS, runs + 1);
            SelfResult.Injected injected = SelfResult.Injected.of(
                    measured(generator, "injected", plan, Map.of("server", TIME, "longer", LONGER)));
            said.println(injected);
            SelfResult.of(twins, injected, rounds).write(Path.of(arguments[2]));
        } finally {
            Hops.delete(folder);
        }
    }

    private static Measurement measured(Generator generator, String name, Plan plan, Map<String, String> times)
            throws IOException {
        return generator.run(name, plan, times).measurement();
    }

    private static Plan plan(List<Contestant> contestants, int rounds, long seed) throws IOException {
        PlanBuilder builder = Plan.of("one-model", "0".repeat(64))
                .contestants(contestants)
                .rate(Rate.ofPerSecond(300))
                .duration(Duration.ofSeconds(1))
                .warmUp(Duration.ofMillis(300))
                .limit(Duration.ofSeconds(5))
                .rounds(rounds)
                .seed(seed);
        return builder.build(Generator.mix());
    }
}

package dev.gatehouse.benchmarks.model;

import static dev.gatehouse.model.spec.Entries.entry;
import static dev.gatehouse.model.spec.Models.atMost;
import static dev.gatehouse.model.spec.Models.kilobytes;
import static dev.gatehouse.model.spec.Models.load;
import static dev.gatehouse.model.spec.Models.model;
import static dev.gatehouse.model.spec.Models.perSecond;
import static dev.gatehouse.model.spec.Models.percent;
import static dev.gatehouse.model.spec.Requirements.fixedAddress;
import static dev.gatehouse.model.spec.Requirements.webFirewall;

import dev.gatehouse.model.explore.Exploration;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.SpecBuilder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Are all legal paths ranked for a hundred workloads within about a second on a warm JVM?
 *
 * <p>Workloads are explored side by side on the cores there are. Run with {@code ./benchmarks/run ExploreBenchmark};
 * results stand in {@code docs/results}. What would change our mind about exploring on each call: much more than a
 * second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 25, time = 1)
@Measurement(iterations = 10, time = 1)
public class ExploreBenchmark {
    private static final int MODELS = 4;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    /** How many workloads. */
    @Param("100")
    int workloads = 100;

    private Facts facts = Facts.bundled();
    private List<PlatformSpec> specs = List.of();

    /** Makes the workloads: one to four models each, with a canary, and a higher load from one to the next. */
    @Setup
    public void prepare() {
        facts = Facts.bundled().asOf(DAY);
        List<PlatformSpec> made = new ArrayList<>();
        for (int at = 0; at < workloads; at++) {
            made.add(workload(at));
        }
        specs = List.copyOf(made);
    }

    /** What the harness costs by itself. */
    @Benchmark
    public int baseline() {
        return specs.size();
    }

    /** All legal paths, ranked, for every workload: 108 paths each on that day. */
    @Benchmark
    public int explore() {
        return Exploration.each(specs, facts, DAY, DAY).stream()
                .mapToInt(each -> each.paths().size())
                .sum();
    }

    private static PlatformSpec workload(int at) {
        SpecBuilder spec = PlatformSpec.named("workload-" + at)
                .region("eu-west-1")
                .entry(entry("public").host("models.bank.example"));
        for (int each = 0; each <= at % MODELS; each++) {
            spec = spec.model(model("model-" + each)
                    .service("model-" + each + ".serving", 8080)
                    .path("/v2/models/model-" + each + "/")
                    .answers(atMost(Duration.ofMillis(800)))
                    .load(load(perSecond(10L + at), perSecond(50L + 5L * at), kilobytes(6), kilobytes(1)))
                    .canary("model-" + each + "-next.serving", 8080, percent(10)));
        }
        return spec.require(webFirewall(), fixedAddress()).build();
    }
}

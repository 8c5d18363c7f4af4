package dev.gatehouse.benchmarks.ambassador;

import dev.gatehouse.ambassador.emissary.EmissaryRoutes;
import dev.gatehouse.ambassador.lint.Lint;
import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.model.finding.Finding;
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
 * Do reading, compiling and linting stay linear in the number of Mappings, and how long does the first run in a new JVM
 * take, which is what the command line does?
 *
 * <p>Every fork is a new JVM that runs once, cold. Run with {@code ./benchmarks/run ManifestsBenchmark}; results stand
 * in {@code docs/results}. What would change our mind: ten times the Mappings taking much more than ten times as long.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class ManifestsBenchmark {
    /** How many Mappings. */
    @Param({"5000", "10000", "25000", "50000"})
    int mappings = 5000;

    private String text = "";
    private Manifests manifests = Manifests.read(List.of());

    /** Makes the text, and reads it for those that start from what was read. */
    @Setup
    public void prepare() {
        text = ManyMappings.text(mappings);
        manifests = read();
    }

    /** What the harness costs by itself. */
    @Benchmark
    public int baseline() {
        return text.length();
    }

    /** From text to resources. */
    @Benchmark
    public Manifests read() {
        return Manifests.read(List.of(Source.of("mappings.yaml", text)));
    }

    /** From resources to the route table. */
    @Benchmark
    public RouteTable routes() {
        return EmissaryRoutes.of(manifests);
    }

    /** From resources to findings; the rules compile the routes themselves. */
    @Benchmark
    public List<Finding> lint() {
        return Lint.of(manifests);
    }
}

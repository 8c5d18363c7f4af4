package dev.gatehouse.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.measurements.files.ResultFile;
import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.recording.Tally;
import dev.gatehouse.measurements.recording.Timing;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.Round;
import dev.gatehouse.measurements.result.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * {@code gatehouse load} as people call it, one call on each core: they wait more than they compute, and none says that
 * anything is fast.
 */
class ShortLoadTestsTest {
    @TempDir
    private Path folder = Path.of("");

    private LoadCalls calls = new LoadCalls(folder);

    @BeforeEach
    void write() throws IOException {
        calls = new LoadCalls(folder);
        LoadCalls.SPEC.writeTo(folder.resolve("small.yaml"));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_design_passes_a_stream_on_piece_by_piece() throws IOException {
        LoadCalls.SPEC
                .with(LoadCalls.ANSWERS, "stream: { first-token: 800 ms, longest-gap: 2 s, at-most: 6 s }")
                .writeTo(folder.resolve("small.yaml"));

        LoadCalls.Ran ran = calls.load("--design", "nlb-ambassador", "--out", "run");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("first token p50", "longest gap p50", "truncated");
        for (Round round : RunFolder.open(folder.resolve("run")).complete()) {
            assertThat(round.runs()).allSatisfy((name, run) -> {
                Tally tally = run.recording().tally();
                assertThat(tally.counts()).as(name + " " + tally).containsEntry("stream/iris/whole", run.scheduled());
                assertThat(run.recording().count(Timing.LONGEST_GAP)).isEqualTo(run.scheduled());
                assertThat(run.recording().quantileNanos(Timing.FIRST_TOKEN, 0.5))
                        .isLessThan(run.recording().quantileNanos(Timing.RESPONSE, 0.5));
            });
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_run_with_an_injected_delay_ranks_nobody_and_says_why() {
        LoadCalls.Ran ran =
                calls.load("--design", "nlb-ambassador", "apigateway-nlb", "--out", "run", "--inject", "vpc-link=5ms");

        assertThat(ran.status()).isZero();
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains("Not ranked: no verdicts.")
                .contains("a delay was injected at vpc-link (5 ms), an injected delay is assumed")
                .contains("assumed assumed assumed")
                .doesNotContain("faster");
        Measurement measurement = ResultFile.read(folder.resolve("run"));
        assertThat(measurement.standing()).isEqualTo(Standing.REFUSED);
        assertThat(measurement.verdicts()).isEmpty();
        assertThat(measurement.contestant("apigateway-nlb").orElseThrow().serviceP50Nanos())
                .as("the delay is played back")
                .isGreaterThan(Duration.ofMillis(5).toNanos());
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void what_takes_longer_than_the_limit_counts_as_timed_out() {
        LoadCalls.Ran ran = calls.load(
                "--design", "apigateway-nlb", "--out", "run", "--inject", "vpc-link=500ms", "--limit", "400ms");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains(
                        "an answer that takes longer than 400 ms counts as timed out, and the spec lets some: iris (2 s)");
        for (Round round : RunFolder.open(folder.resolve("run")).complete()) {
            assertThat(round.run("apigateway-nlb").recording().tally().timedOut())
                    .isEqualTo(round.run("apigateway-nlb").scheduled());
            assertThat(round.run("direct").recording().tally().ok())
                    .isEqualTo(round.run("direct").scheduled());
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void a_rate_too_near_to_what_a_contestant_carries_is_refused() {
        LoadCalls.Ran ran = calls.call(
                List.of("load", "small.yaml", "--out", "run", "--knee", "--rate", "2", "--duration", "4s"),
                "--target",
                "nobody=http://127.0.0.1:1");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).contains("knee of nobody: 0/s", "GH-583 error gatehouse load");
    }
}

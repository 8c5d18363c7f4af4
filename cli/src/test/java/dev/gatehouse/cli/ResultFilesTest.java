package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.report.write.Origin;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report --results}. */
class ResultFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_result_of_the_spec_is_shown_beside_the_comparison() throws IOException {
        run("load", sha256());

        Ran ran = report("load/result.json");

        assertThat(ran.err()).doesNotContain("error");
        assertThat(ran.status()).isZero();
        assertThat(Files.readString(folder.resolve("gatehouse-report/index.html")))
                .contains("id=\"measured\"", "Unfinished: no verdicts.");
        assertThat(folder.resolve("gatehouse-report/results.md")).isRegularFile();
    }

    @Test
    void a_result_of_another_spec_and_what_is_no_result_are_refused() throws IOException {
        run("load", "0".repeat(64));
        Files.writeString(folder.resolve("none.json"), "{}");

        Ran foreign = report("load/result.json");
        Ran none = report("none.json");

        assertThat(foreign.status()).isEqualTo(2);
        assertThat(foreign.err()).contains("GH-575 error load/result.json");
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).contains("GH-557 error none.json");
        assertThat(folder.resolve("gatehouse-report")).doesNotExist();
    }

    private Ran report(String file) {
        return Ran.in(folder, "report", "--results", file, spec().toString(), "--design", "nlb-ambassador");
    }

    private void run(String into, String specSha256) {
        Plan plan = Plan.of("iris", specSha256)
                .contestants(Contestant.ofDesigns(List.of("nlb-ambassador")))
                .build(Mix.of(Specs.iris()));
        RunFolder.open(folder.resolve(into), plan, new Machine("gatehouse", "abc", "17", "cpu", 2, "Linux"));
    }

    private static Path spec() {
        return Ran.root().resolve("examples/platforms/iris.yaml");
    }

    private static String sha256() throws IOException {
        return Origin.sha256(Files.readAllBytes(spec()));
    }
}

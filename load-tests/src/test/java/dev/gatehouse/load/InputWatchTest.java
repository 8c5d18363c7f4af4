package dev.gatehouse.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.SmallSpec;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of the generator ends with whoever started it, however that one ended. */
class InputWatchTest {
    private static final int INTERRUPTED = 130;

    @TempDir
    Path folder;

    @Test
    void a_drill_under_way_ends_with_its_input_and_leaves_no_half_of_a_result() throws Exception {
        Path spec = SmallSpec.iris().writeTo(folder.resolve("platform.yaml"));
        Process drill = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dgatehouse.until-input-ends=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DrillProgram.class.getName(),
                        folder.resolve("out").toString(),
                        spec.toString(),
                        Drill.SLOW_MODEL.word(),
                        "embedded",
                        "50/s",
                        "1",
                        "1",
                        "nlb-ambassador"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(drill.getErrorStream(), UTF_8))) {
            assertThat(said.readLine()).isEqualTo("drill slow-model: nlb-ambassador");
            assertThat(drill.isAlive()).isTrue();

            drill.getOutputStream().close();

            assertThat(drill.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(drill.exitValue()).isEqualTo(INTERRUPTED);
        } finally {
            drill.destroyForcibly();
        }
        assertThat(drill.descendants()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
    }
}

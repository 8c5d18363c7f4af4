package dev.gatehouse.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drills with a real Envoy for the ingress; without one they are skipped, and a line says so. */
class DrillOnEnvoyTest {
    private static final Path IRIS =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolveSibling("examples/platforms/iris.yaml");

    @TempDir
    private Path folder = Path.of("");

    private JsonNode drilled(String drill) throws IOException {
        Tool.ENVOY.path();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> arguments = List.of(
                folder.resolve("out").toString(),
                IRIS.toString(),
                drill,
                "envoy",
                "100/s",
                "1",
                "10",
                "nlb-ambassador");
        assertThat(DrillProgram.run(arguments, new PrintStream(said, true, UTF_8)))
                .as(said.toString(UTF_8))
                .isZero();
        assertThat(ProcessHandle.current().descendants()).isEmpty();
        JsonNode result = JsonMapper.shared().readTree(Files.readString(folder.resolve("out/drill.json")));
        assertThat(result.path("engine").asString()).isEqualTo("envoy");
        JsonNode design = result.path("designs").get(0);
        assertThat(design.path("ok").asInt()
                        + design.path("failed").asInt()
                        + design.path("timedOut").asInt())
                .isEqualTo(design.path("sent").asInt())
                .isPositive();
        return design;
    }

    @Test
    void envoy_loses_nothing_when_it_takes_changed_listeners_while_requests_are_under_way() throws IOException {
        JsonNode design = drilled("reload-routes");

        assertThat(design.path("failures").isEmpty()).as(design.toString()).isTrue();
        assertThat(design.path("timedOut").asInt()).as(design.toString()).isZero();
    }

    @Test
    void envoy_answers_for_a_model_that_resets_until_it_is_well_again() throws IOException {
        JsonNode design = drilled("reset-upstream");

        assertThat(design.path("failures").propertyNames()).allMatch(name -> name.endsWith("@ambassador"));
        assertThat(design.path("recovery").asDouble()).as(design.toString()).isBetween(10.0, 25.0);
    }
}

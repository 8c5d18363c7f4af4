package dev.gatehouse.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Drills with models that speak gRPC and WebSockets. */
class DrillProtocolsTest {
    private static final String SPEC = """
            schema: gatehouse/platform/1
            name: small
            region: eu-west-1
            zones: 2
            entries: { public: { host: models.example.org } }
            models:
              fraud:
                service: fraud.serving:8001
                path: /inference.GRPCInferenceService/
                protocol: grpc
                headers: { x-model: fraud }
                answers: { p99: 200 ms, at-most: 10 s }
                load: { average: 5/s, peak: 20/s, request: 1 KB, response: 1 KB }
              chat:
                service: chat.serving:8001
                path: /chat.Chat/Talk
                protocol: grpc
                stream: { first-token: 5 s, longest-gap: 30 s, at-most: 2 min }
                load: { average: 20/s, peak: 20/s, request: 1 KB, response: 1 KB }
              voice:
                service: voice.serving:8000
                path: /v1/realtime
                protocol: websocket
                load: { average: 5/s, peak: 20/s, request: 1 KB, response: 1 KB }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Drill.class,
            names = {"KILL_INGRESS_POD", "RESET_UPSTREAM"})
    void what_a_drill_takes_from_grpc_and_websockets_is_counted_call_by_call(Drill drill) throws IOException {
        JsonNode design = drilled(drill, "nlb-ambassador");

        DrillTest.accounted(design.path("sent").asInt(), design);
        assertThat(design.path("failed").asInt()).as(design.toString()).isPositive();
        JsonNode failures = design.path("failures");
        if (drill == Drill.RESET_UPSTREAM) {
            assertThat(failures.propertyNames())
                    .as("the ingress tells a gRPC client of a reset in gRPC's own words")
                    .containsExactly("grpc-14@ambassador");
        } else {
            assertThat(failures.path("cut@network-load-balancer").asInt())
                    .as("streams: " + design)
                    .isPositive();
        }
        assertThat(design.path("recovery").isNull()).isFalse();
    }

    @Test
    void what_a_design_refuses_is_named_with_its_protocols_answer_and_not_sent() throws IOException {
        JsonNode design = drilled(Drill.RESET_UPSTREAM, "apigateway-nlb-ambassador");

        assertThat(design.path("notCarried").values().stream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(
                        "fraud on public: status-415@rest-api",
                        "chat on public: status-415@rest-api",
                        "voice on public: status-403@rest-api");
        assertThat(design.path("sent").asInt()).isZero();
    }

    private JsonNode drilled(Drill drill, String id) throws IOException {
        Path spec = Files.writeString(folder.resolve("platform.yaml"), SPEC);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = DrillProgram.run(
                List.of(
                        folder.resolve("out").toString(),
                        spec.toString(),
                        drill.word(),
                        "embedded",
                        "150/s",
                        "1",
                        "25",
                        id),
                new PrintStream(said, true, UTF_8));
        assertThat(status).as(said.toString(UTF_8)).isZero();
        JsonNode result = JsonMapper.shared().readTree(Files.readString(folder.resolve("out/drill.json")));
        assertThat(DrillTest.SCHEMA.validate(result.toString(), InputFormat.JSON))
                .isEmpty();
        return result.path("designs").get(0);
    }
}

package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What live endpoints are asked for, model by model, as the calls in a Job say. */
class LoadCallsTest {
    private static final String SPEC = """
            schema: gatehouse/platform/1
            name: small
            region: eu-west-1
            entries: { public: { host: models.example.org } }
            models:
              iris: { service: iris.serving:8080, path: /v2/models/iris/ }
              fraud:
                service: fraud.serving:8001
                path: /inference.GRPCInferenceService/
                protocol: grpc
                headers: { x-model: fraud }
              named: { service: named.serving:8001, path: /named.Named/Score, protocol: grpc }
              unknown: { service: unknown.serving:8001, path: /unknown.Unknown/, protocol: grpc }
              voice: { service: voice.serving:8000, path: /v1/realtime, protocol: websocket }
            """;

    @TempDir
    private Path folder;

    @Test
    void a_live_endpoint_is_asked_in_each_models_protocol_but_for_methods_that_nobody_knows() throws IOException {
        Ran ran = load(SPEC);

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains("GH-584 warning", "model unknown is left out: its path /unknown.Unknown/ names no method");
        JsonNode calls = JsonMapper.shared().readTree(inputs().get("calls.json"));
        assertThat(calls.values().stream()
                        .map(call -> call.path("protocol").asString() + " "
                                + call.path("url").asString()))
                .containsExactlyInAnyOrder(
                        "http https://blue.example.com/v2/models/iris/",
                        "grpc https://blue.example.com/inference.GRPCInferenceService/ModelInfer",
                        "grpc https://blue.example.com/named.Named/Score",
                        "websocket https://blue.example.com/v1/realtime");
    }

    @Test
    void a_live_endpoint_of_which_nothing_can_be_asked_is_refused() throws IOException {
        Ran ran = load(SPEC.substring(0, SPEC.indexOf("  iris:"))
                + SPEC.substring(SPEC.indexOf("  unknown:")).replaceAll("  voice:.*\n", ""));

        assertThat(ran.err()).contains("GH-580 error", "none that can be asked");
        assertThat(ran.status()).isEqualTo(2);
    }

    private Ran load(String spec) throws IOException {
        Files.writeString(folder.resolve("small.yaml"), spec);
        return Ran.in(
                folder,
                "load",
                "small.yaml",
                "--on-cluster",
                "--image",
                "registry.example.com/gatehouse-load:1",
                "--target",
                "blue=https://blue.example.com",
                "--out",
                "job");
    }

    private Map<String, String> inputs() throws IOException {
        return new KubernetesSerialization()
                .unmarshal(Files.readString(folder.resolve("job/20-inputs.yaml")), ConfigMap.class)
                .getData();
    }
}

package dev.gatehouse.lab.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.lab.http.Grpc;
import dev.gatehouse.lab.http.Proto;
import dev.gatehouse.lab.ingress.TestClient.Got;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.testing.Specs;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What both engines pass on, whatever protocol it speaks, and what they refuse to read. */
class ProtocolsTest {
    @ParameterizedTest
    @EnumSource
    void a_stream_passes_piece_by_piece(Engine engine) {
        try (Running running = new Running(Specs.riskModels(), engine)) {
            for (boolean http2 : List.of(false, true)) {
                Got got = running.client("public", http2)
                        .post("/v1/chat/completions", new byte[100], Running.token("app-9"));

                assertThat(got.status()).isEqualTo(200);
                assertThat(got.header("content-type")).isEqualTo("text/event-stream");
                assertThat(got.text()).contains("{\"token\":249}").endsWith("data: [DONE]\n\n");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void grpc_passes_with_its_trailers(Engine engine) {
        try (Running running = new Running(Specs.grpcInference(), engine)) {
            byte[] question = ByteBufUtil.getBytes(
                    Grpc.framed(new Proto().text(1, "wear").text(3, "call-1").bytes()));
            TestClient client = running.client("plants", true);

            Got got = client.post(
                    "/inference.GRPCInferenceService/ModelInfer",
                    question,
                    "content-type: application/grpc",
                    "te: trailers",
                    "x-model: wear",
                    "x-stage: candidate");
            Got nowhere = client.post(
                    "/inference.GRPCInferenceService/ModelInfer",
                    question,
                    "content-type: application/grpc",
                    "x-model: nobody");

            assertThat(got.status()).isEqualTo(200);
            assertThat(got.header("x-variant")).isEqualTo("canary");
            assertThat(got.trailers()).containsEntry("grpc-status", "0");
            Proto answer =
                    Proto.read(Grpc.next(Unpooled.wrappedBuffer(got.bytes())).orElseThrow());
            assertThat(answer.text(3)).isEqualTo("call-1");
            assertThat(nowhere.status()).isEqualTo(200);
            assertThat(nowhere.header("grpc-status")).isEqualTo("12");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_websocket_passes_and_other_upgrades_are_refused(Engine engine) throws java.io.IOException {
        try (Running running = new Running(Specs.llmGateway(), engine);
                WebSocketClient socket = new WebSocketClient(running.address("public"), "llm.product.example")) {
            assertThat(socket.open("/v1/realtime", "x-api-key: k")).startsWith("HTTP/1.1 101 ");
            assertThat(socket.echoed("first")).isEqualTo("first");
            assertThat(socket.echoed("x".repeat(60_000))).hasSize(60_000);
            try (WebSocketClient other = new WebSocketClient(running.address("public"), "llm.product.example")) {
                assertThat(other.open("/v1/embeddings", "x-api-key: k")).startsWith("HTTP/1.1 403 ");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void large_bodies_pass_both_ways(Engine engine) {
        try (Running running = new Running(Specs.riskModels(), engine)) {
            for (boolean http2 : List.of(false, true)) {
                Got up = running.client("public", http2)
                        .post(
                                "/v2/models/damage/infer",
                                new byte[4_000_000],
                                Running.token("app-3"),
                                ModelServer.ECHO + ": 1");
                Got down = running.client("public", http2)
                        .get("/v2/models/damage/infer", Running.token("app-3"), ModelServer.SIZE + ": 4 MB");

                assertThat(up.text()).contains("\"bytes\":4000000");
                assertThat(down.bytes()).hasSize(4_000_000);
            }
        }
    }

    /** Envoy's statuses; 0 where it closes the connection without a word. */
    @ParameterizedTest
    @EnumSource
    void odd_requests_are_refused_as_envoy_does(Engine engine) throws java.io.IOException {
        Map<String, Integer> odd = new LinkedHashMap<>();
        odd.put("GET /v2/models/iris/infer HTTP/1.0\r\nhost: models.example.com\r\n\r\n", 426);
        odd.put("GET /v2/models/iris/infer HTTP/1.1\r\n\r\n", 400);
        odd.put("GET /v2/models/iris/infer HTTP/1.1\r\nhost: other.example.com\r\n\r\n", 404);
        odd.put("GET /v2/models/iris%00 HTTP/1.1\r\nhost: models.example.com\r\n\r\n", 400);
        odd.put("GET http://models.example.com/v2/models/iris/infer HTTP/1.1\r\nhost: x\r\n\r\n", 200);
        odd.put(
                "GET /v2/models/iris/infer HTTP/1.1\r\nhost: models.example.com\r\nx: " + "y".repeat(70_000)
                        + "\r\n\r\n",
                431);
        odd.put(
                "POST /v2/models/iris/infer HTTP/1.1\r\nhost: models.example.com\r\nexpect: 100-continue\r\n"
                        + "content-length: 1\r\n\r\nx",
                100);
        try (Running running = new Running(Specs.iris(), engine)) {
            Map<String, Integer> got = new LinkedHashMap<>();
            for (String request : odd.keySet()) {
                got.put(request, running.firstStatus("public", request));
            }
            assertThat(got).isEqualTo(odd);
        }
    }
}

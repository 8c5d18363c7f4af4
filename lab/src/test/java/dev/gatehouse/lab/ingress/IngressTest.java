package dev.gatehouse.lab.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.emissary.EmissaryRoutes;
import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.lab.http.Grpc;
import dev.gatehouse.lab.http.Proto;
import dev.gatehouse.lab.ingress.TestClient.Got;
import dev.gatehouse.lab.net.Pace;
import dev.gatehouse.lab.server.Fault;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.lab.server.ServerOptions;
import dev.gatehouse.lab.server.Variant;
import dev.gatehouse.testing.Specs;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the generated manifests promise, kept by both engines. */
class IngressTest {
    private static final String FRAUD = "/v2/models/fraud/infer";

    /** So many standard deviations: one false alarm in 1.7 million counts. */
    private static final double DEVIATIONS = 5;

    /** Whether a share is in Wilson's interval of a count. */
    private static boolean isLikely(double share, long hits, long of) {
        double z2 = DEVIATIONS * DEVIATIONS;
        double rate = (double) hits / of;
        double middle = (rate + z2 / (2 * of)) / (1 + z2 / of);
        double half = DEVIATIONS / (1 + z2 / of) * Math.sqrt(rate * (1 - rate) / of + z2 / (4.0 * of * of));
        return Math.abs(share - middle) <= half;
    }

    @ParameterizedTest
    @EnumSource
    void a_canary_gets_its_share_and_a_pin_all(Engine engine) {
        try (Running running = new Running(Specs.riskModels(), engine)) {
            TestClient client = running.client("public", false);
            int canary = 0;
            for (int i = 0; i < 600; i++) {
                Got got = client.get(FRAUD, Running.token("app-" + i % 100));
                assertThat(got.status()).isEqualTo(200);
                assertThat(got.header("x-model")).isEqualTo("fraud");
                canary += got.header("x-variant").equals("canary") ? 1 : 0;
            }
            assertThat(isLikely(0.1, canary, 600))
                    .as("%d of 600 at 10 %%", canary)
                    .isTrue();
            for (int i = 0; i < 50; i++) {
                assertThat(client.get(FRAUD, Running.token("pinned"), "x-cohort: v4")
                                .header("x-variant"))
                        .isEqualTo("canary");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_shadow_gets_copies_of_its_share_and_nobody_waits_for_it(Engine engine) {
        try (Running running = new Running(Specs.riskModels(), engine)) {
            running.models.set("batch-score", Variant.SHADOW, new Fault.Hang());
            TestClient client = running.client("partner", false);
            for (int i = 0; i < 100; i++) {
                Got got = client.post("/v2/models/batch/infer", new byte[2_000]);
                assertThat(got.status()).isEqualTo(200);
                assertThat(got.header("x-variant")).isEqualTo("base");
            }
            long copies = running.models.answered("batch-score", Variant.SHADOW).requests();
            assertThat(isLikely(0.2, copies, 100))
                    .as("%d of 100 at 20 %%", copies)
                    .isTrue();
            assertThat(running.models.answered("batch-score", Variant.BASE).answers())
                    .isEqualTo(100);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_token_must_verify_and_names_the_consumer(Engine engine) {
        try (Running running = new Running(Specs.riskModels(), engine)) {
            TestClient client = running.client("public", false);

            Got without = client.get(FRAUD);
            Got forged = client.get(FRAUD, "authorization: Bearer e30.e30.forged");
            Got echoed = client.get(
                    FRAUD, Running.token("app-7"), ModelServer.ECHO + ": 1", "x-gatehouse-consumer: somebody");

            assertThat(without.status()).isEqualTo(401);
            assertThat(without.header("www-authenticate")).isEqualTo("Bearer");
            assertThat(forged.status()).isEqualTo(401);
            assertThat(echoed.status()).isEqualTo(200);
            assertThat(echoed.text()).contains("\"x-gatehouse-consumer\":[\"app-7\"]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_limiter_limits_each_consumer(Engine engine) {
        try (Running running = new Running(Specs.riskModels(), engine)) {
            TestClient client = running.client("partner", false);
            long began = System.nanoTime();
            int allowed = 0;
            int limited = 0;
            for (int i = 0; i < 400; i++) {
                int status = client.get("/v2/models/fraud/infer").status();
                allowed += status == 200 ? 1 : 0;
                limited += status == 429 ? 1 : 0;
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            assertThat(allowed + limited).isEqualTo(400);
            assertThat((double) allowed).isBetween(100.0, 101 + 50 * seconds);
            assertThat(running.client("public", false)
                            .get(FRAUD, Running.token("app-8"))
                            .status())
                    .isEqualTo(200);
        }
    }

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

    @ParameterizedTest
    @EnumSource
    void what_goes_wrong_upstream_is_told_as_envoy_does(Engine engine) {
        try (Running running = new Running(Specs.riskModels(), engine)) {
            TestClient client = running.client("public", false);
            String token = Running.token("app-1");
            String pin = "x-cohort: v4";

            running.models.set("fraud", Variant.CANARY, new Fault.Hang());
            Got hanging = client.get(FRAUD, token, pin);
            running.models.set("fraud", Variant.CANARY, new Fault.Reset());
            Got reset = client.get(FRAUD, token, pin);
            running.models.set("fraud", Variant.CANARY, new Fault.Fail(500));
            Got failing = client.get(FRAUD, token, pin);
            running.models.heal();
            Got healed = client.get(FRAUD, token, pin);

            assertThat(hanging.status()).as("after 800 ms").isEqualTo(504);
            assertThat(hanging.text()).isEqualTo("upstream request timeout");
            assertThat(reset.status()).isEqualTo(503);
            assertThat(failing.status()).isEqualTo(500);
            assertThat(healed.status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void time_limits_go_by_the_clock_of_the_lab(Engine engine) {
        Pace pace = Pace.times(20);
        try (Running running =
                new Running(Specs.riskModels(), engine, Draw.random(), ServerOptions.STANDARD.with(pace))) {
            TestClient client = running.client("public", false);
            String[] stream = {
                Running.token("app-5"),
                ModelServer.TIME + ": 1 s",
                ModelServer.GAP + ": 10 s",
                ModelServer.WHOLE + ": 100 s"
            };

            Got whole = client.post("/v1/chat/completions", new byte[10], stream);
            stream[2] = ModelServer.GAP + ": 30 s";
            Got silent = client.post("/v1/chat/completions", new byte[10], stream);

            assertThat(whole.text()).as("100 s of at most 120 s").endsWith("[DONE]\n\n");
            assertThat(silent.status()).as("silent for 30 s of at most 15 s").isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_gateway_error_is_tried_again(Engine engine) {
        try (Running running = new Running(Specs.llmGateway(), engine)) {
            TestClient client = running.client("public", false);
            running.models.set("embeddings", Variant.BASE, new Fault.Fail(503));

            Got got = client.post("/v1/embeddings", new byte[8_000], "x-api-key: k");

            assertThat(got.status()).isEqualTo(503);
            assertThat(running.models.answered("embeddings", Variant.BASE).requests())
                    .isEqualTo(3);
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

    @ParameterizedTest
    @EnumSource
    void the_client_and_its_certificate_are_told_to_the_model(Engine engine) {
        try (Running running = new Running(Specs.riskModels(), engine)) {
            Got got = running.client("partner", false)
                    .get(
                            FRAUD,
                            ModelServer.ECHO + ": 1",
                            "x-forwarded-for: 203.0.113.9",
                            "x-forwarded-client-cert: Subject=\"CN=forged\"");

            assertThat(got.text())
                    .contains("\"x-forwarded-for\":[\"203.0.113.9,", "\"x-forwarded-proto\":[\"https\"]")
                    .contains("Subject=\\\"CN=partner-7,O=Partner\\\"")
                    .doesNotContain("forged");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_private_paths_of_models_are_hidden_and_open_to_administrators(Engine engine) {
        try (Running running = new Running(Specs.riskModels(), engine)) {
            assertThat(running.client("public", false)
                            .get("/metrics", Running.token("app"))
                            .status())
                    .isEqualTo(404);
            assertThat(running.client("admin", false)
                            .get("/admin/fraud/metrics")
                            .text())
                    .isEqualTo("{\"path\":\"/metrics\"}");
            assertThat(running.client("admin", false)
                            .get("/ambassador/v0/check_ready")
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void other_routes_are_taken_while_requests_are_under_way(Engine engine) {
        try (Running running = new Running(Specs.iris(), engine)) {
            TestClient client = running.client("public", false);
            running.models.set("iris", Variant.BASE, new Fault.Slow(java.time.Duration.ofMillis(700)));
            CompletableFuture<Got> slow = client.begin(HttpMethod.GET, "/v2/models/iris/infer", new byte[0]);
            assertThat(client.get("/ambassador/v0/check_ready").status()).isEqualTo(200);
            running.ingress.reload(without(running, "iris"), running.upstreams);

            assertThat(running.client("public", false)
                            .get("/v2/models/iris/infer")
                            .status())
                    .isEqualTo(404);
            assertThat(slow.join().status()).isEqualTo(200);

            running.models.heal();
            running.ingress.reload(running.table, running.upstreams);
            assertThat(running.client("public", false)
                            .get("/v2/models/iris/infer")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static RouteTable without(Running running, String model) {
        return EmissaryRoutes.of(Manifests.read(
                dev.gatehouse.ambassador.generate.AmbassadorConfig.of(running.topology).files().entrySet().stream()
                        .filter(file -> Character.isDigit(file.getKey().charAt(0))
                                && !file.getKey().contains(model))
                        .map(file -> Source.of(file.getKey(), file.getValue()))
                        .toList()));
    }

    @Test
    void the_embedded_ingress_leaves_nothing_behind() {
        List<String> before = threads();
        try (Running running = new Running(Specs.riskModels(), Engine.EMBEDDED)) {
            assertThat(running.client("public", true)
                            .get(FRAUD, Running.token("app"))
                            .status())
                    .isEqualTo(200);
        }
        List<String> after = new ArrayList<>(threads());
        after.removeAll(before);
        assertThat(after).isEmpty();
    }

    @Test
    void a_real_envoy_ends_with_its_ingress() {
        dev.gatehouse.testing.Tool.ENVOY.path();
        try (Running running = new Running(Specs.iris(), Engine.ENVOY)) {
            assertThat(ProcessHandle.current().descendants().count()).isGreaterThan(0);
            assertThat(running.client("public", false)
                            .get("/v2/models/iris/infer")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .sorted()
                .toList();
    }
}

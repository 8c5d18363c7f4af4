package dev.gatehouse.lab.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.lab.ingress.TestClient.Got;
import dev.gatehouse.lab.net.Pace;
import dev.gatehouse.lab.server.Fault;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.lab.server.ServerOptions;
import dev.gatehouse.lab.server.Variant;
import dev.gatehouse.testing.Specs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models that fail, reset, hang or are slow: both engines tell clients the same of them. */
class UpstreamTroubleTest {
    private static final String FRAUD = "/v2/models/fraud/infer";

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
}

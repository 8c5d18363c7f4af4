package dev.gatehouse.lab.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.lab.ingress.TestClient.Got;
import dev.gatehouse.lab.server.Fault;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.lab.server.Variant;
import dev.gatehouse.testing.Specs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the generated manifests promise, kept by both engines: who gets a request, and who may ask. */
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
}

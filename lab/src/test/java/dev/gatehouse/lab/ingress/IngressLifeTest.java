package dev.gatehouse.lab.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.emissary.EmissaryRoutes;
import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.lab.ingress.TestClient.Got;
import dev.gatehouse.lab.server.Fault;
import dev.gatehouse.lab.server.Variant;
import dev.gatehouse.testing.Specs;
import io.netty.handler.codec.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the start of an ingress over other routes to its end. */
class IngressLifeTest {
    private static final String FRAUD = "/v2/models/fraud/infer";

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

package dev.gatehouse.lab.ingress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.emissary.EmissaryRoutes;
import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.lab.ingress.TestClient.Got;
import dev.gatehouse.lab.net.Authority;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.lab.server.Fault;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.lab.server.ServerOptions;
import dev.gatehouse.lab.server.Variant;
import dev.gatehouse.testing.Specs;
import io.netty.handler.codec.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many requests at once: each gets one answer, its own, and nothing is forgotten. */
class ManyRequestsTest {
    private static final int REQUESTS = 1_000;

    private static Map<Integer, Integer> statuses(List<CompletableFuture<Got>> begun) {
        Map<Integer, Integer> statuses = new TreeMap<>();
        begun.forEach(got -> statuses.merge(got.join().status(), 1, Integer::sum));
        return statuses;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void each_gets_its_own_answer(boolean http2) {
        try (Running running = new Running(Specs.iris(), Engine.EMBEDDED)) {
            TestClient client = running.client("public", http2);
            for (int round = 0; round < 4; round++) {
                List<CompletableFuture<Got>> begun = new ArrayList<>();
                for (int i = 0; i < REQUESTS / 4; i++) {
                    begun.add(client.begin(
                            HttpMethod.POST,
                            "/v2/models/iris/infer",
                            ("{\"id\":\"" + round + "-" + i + "\"}")
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
                }
                for (int i = 0; i < begun.size(); i++) {
                    assertThat(begun.get(i).join().status()).isEqualTo(200);
                    assertThat(begun.get(i).join().text()).contains("\"id\":\"" + round + "-" + i + "\"");
                }
            }
            assertThat(running.models.answered("iris", Variant.BASE).answers()).isEqualTo(REQUESTS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_circuit_breaker_opens_and_closes(Engine engine) {
        RouteTable table = EmissaryRoutes.of(Manifests.read(List.of(Source.of("breaker.yaml", """
                {apiVersion: getambassador.io/v3alpha1, kind: Listener, metadata: {name: web, namespace: n},
                 spec: {port: 8080, protocol: HTTP, securityModel: INSECURE, hostBinding: {namespace: {from: ALL}}}}
                ---
                {apiVersion: getambassador.io/v3alpha1, kind: Host, metadata: {name: all, namespace: n},
                 spec: {hostname: '*', requestPolicy: {insecure: {action: Route}}}}
                ---
                {apiVersion: getambassador.io/v3alpha1, kind: Mapping, metadata: {name: iris, namespace: n},
                 spec: {prefix: /v2/models/iris/, rewrite: '', hostname: '*', service: 'iris.serving:8080',
                        circuit_breakers: [{max_requests: 10}]}}
                """))));
        try (Loops loops = Loops.start("breaker", 1);
                ModelServer models = ModelServer.start(
                        Specs.iris(), loops, Authority.create("lab"), ServerOptions.STANDARD.atOnce());
                Ingress ingress = Ingress.start(engine, table, models.upstreams(), options(engine, loops))) {
            TestClient client = TestClient.plain(loops, ingress.address(8080), "x", false);
            models.set("iris", Variant.BASE, new Fault.Slow(Duration.ofMillis(600)));
            List<CompletableFuture<Got>> begun = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                begun.add(client.begin(HttpMethod.GET, "/v2/models/iris/infer", new byte[0]));
            }

            assertThat(statuses(begun)).isEqualTo(Map.of(200, 10, 503, 40));
            assertThat(begun.stream().map(CompletableFuture::join).filter(got -> got.status() == 503))
                    .allMatch(got -> got.header("x-envoy-overloaded").equals("true"));
            models.heal();
            assertThat(client.get("/v2/models/iris/infer").status()).isEqualTo(200);
        }
    }

    private static IngressOptions options(Engine engine, Loops loops) {
        IngressOptions options = IngressOptions.with(loops);
        return engine == Engine.ENVOY ? options.withEnvoy(dev.gatehouse.testing.Tool.ENVOY.path()) : options;
    }

    @Test
    void clients_that_go_away_leave_nothing_under_way() {
        try (Running running = new Running(Specs.iris(), Engine.EMBEDDED)) {
            running.models.set("iris", Variant.BASE, new Fault.Hang());
            for (boolean http2 : List.of(false, true)) {
                TestClient leaving = running.client("public", http2);
                List<CompletableFuture<Got>> begun = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    begun.add(leaving.begin(HttpMethod.POST, "/v2/models/iris/infer", new byte[5_000]));
                }
                long before = http2 ? 100 : 0;
                await(() -> running.models.answered("iris", Variant.BASE).requests() >= before + 100);
                leaving.leave();
                assertThat(statuses(begun)).isEqualTo(Map.of(0, 100));
            }
            running.models.heal();
            await(() -> ((EmbeddedIngress) running.ingress)
                    .routing().all().stream()
                            .allMatch(cluster ->
                                    cluster.breaker("default").requests.now() == 0));
            assertThat(running.client("public", false)
                            .get("/v2/models/iris/infer")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}

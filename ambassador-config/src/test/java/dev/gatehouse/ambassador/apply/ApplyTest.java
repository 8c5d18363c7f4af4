package dev.gatehouse.ambassador.apply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.model.finding.InvalidInputException;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Against a server that writes down what it is asked and answers in an API server's words: fabric8's own mock server
 * answers server-side apply with 404 or 415.
 */
class ApplyTest {
    private static final String REFUSAL =
            "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"message\":\"unknown field x\"}";

    private static final List<HasMetadata> RESOURCES = List.of(
            new ServiceAccountBuilder()
                    .withNewMetadata()
                    .withName("one")
                    .withNamespace("load")
                    .endMetadata()
                    .build(),
            new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName("two")
                    .withNamespace("load")
                    .endMetadata()
                    .addToData("key", "value")
                    .build());

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> told = new ArrayList<>();
    private HttpServer server;
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("content-type") + " " + new String(body, UTF_8));
            byte[] answer = status == 200 ? body : REFUSAL.getBytes(UTF_8);
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void each_resource_is_applied_by_the_server_in_order_strictly_and_under_our_name() {
        Apply.to(cluster(), RESOURCES, told::add);

        assertThat(told).containsExactly("ServiceAccount load/one", "ConfigMap load/two");
        assertThat(asked)
                .hasSize(2)
                .allSatisfy(request -> assertThat(request)
                        .startsWith("PATCH /api/v1/namespaces/load/")
                        .contains("fieldManager=gatehouse", "fieldValidation=Strict")
                        .doesNotContain("force=true")
                        .contains(" application/apply-patch+yaml"));
        assertThat(asked.get(0)).contains("/serviceaccounts/one?");
        assertThat(asked.get(1)).contains("/configmaps/two?", "\"key\":\"value\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404, 422, 500})
    void what_the_cluster_refuses_is_a_finding_without_another_try(int code) {
        status = code;

        assertThatThrownBy(() -> Apply.to(cluster(), RESOURCES, told::add))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("GH-589")
                .hasMessageContaining("the cluster did not take ServiceAccount load/one")
                .hasMessageContaining("unknown field x");
        assertThat(asked).hasSize(1);
        assertThat(told).isEmpty();
    }

    @Test
    void a_cluster_that_is_not_there_and_an_unknown_context_are_findings() {
        assertThatThrownBy(() -> Apply.to(config("http://127.0.0.1:1"), RESOURCES, told::add))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("GH-589")
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("refused");
        assertThatThrownBy(() -> Apply.to("no-such-context", RESOURCES, told::add))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no context 'no-such-context'");
    }

    private Config cluster() {
        return config("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static Config config(String url) {
        return new ConfigBuilder(Config.empty()).withMasterUrl(url).build();
    }
}

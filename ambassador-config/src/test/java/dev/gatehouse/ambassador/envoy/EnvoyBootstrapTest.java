package dev.gatehouse.ambassador.envoy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.ambassador.Cluster;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.testing.Goldens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvoyBootstrapTest {
    private static final String GROUP = "prefix: /v2/, hostname: '*', circuit_breakers:"
            + " [{max_retries: 4, max_requests: 3, max_connections: 1, max_pending_requests: 2}]";

    private static RouteTable canary() {
        return Cluster.open()
                .mapping(
                        "base",
                        "{" + GROUP + ", service: 'fraud:8080', auth_context_extensions: {c: '3', b: '2', a: '1'}}")
                .mapping("canary", "{" + GROUP + ", service: 'fraud-v4:8080', weight: 10}")
                .mapping("copies", "{" + GROUP + ", service: 'fraud-v5:8080', shadow: true, weight: 5}")
                .with("AuthService", "auth", "{auth_service: 'auth:3000'}")
                .with(
                        "Module",
                        "ambassador",
                        "{config: {readiness_probe: {enabled: false}, liveness_probe: {enabled: false},"
                                + " diagnostics: {enabled: false}}}")
                .table();
    }

    @Test
    void writes_the_same_bytes_each_time() {
        Upstreams upstreams = Upstreams.none().with("fraud.serving=127.0.0.1:9000");

        Goldens.file("envoy/canary.json", EnvoyBootstrap.of(canary(), upstreams).json());
    }

    @ParameterizedTest
    @CsvSource({
        "fraud.serving:8080, 1",
        "fraud.serving,      1",
        "cluster_fraud_serving_8080_serving_cbnc1p2r3t4, 1",
        "fraud-v4.serving,   1",
        "fraud,              0"
    })
    void an_upstream_goes_by_several_names(String name, int known) {
        Upstreams upstreams = Upstreams.none().with(name, "127.0.0.1", 9000);

        String json = EnvoyBootstrap.of(canary(), upstreams).json();

        assertThat(json.split("\"STATIC\"", -1)).hasSize(known + 1);
        assertThat(upstreams.strangers(canary())).hasSize(1 - known);
    }

    @Test
    void a_name_with_a_port_comes_before_one_without() {
        Upstreams upstreams = Upstreams.none()
                .with("fraud.serving=127.0.0.1:1")
                .with("fraud.serving:8080=[::1]:2")
                .with("fraud-v4.serving=gone.example:3");

        String json = EnvoyBootstrap.of(canary(), upstreams).json();

        assertThat(json).contains("\"::1\"").doesNotContain("\"port_value\" : 1\n");
        assertThat(json.split("\"STATIC\"", -1)).as("a name has to be resolved").hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "x=", "x=h", "x=h:", "x=h:0", "x=h:65536", "=h:1", "x=h:1:2", "x=::1:2", "x = h:1"})
    void what_is_no_upstream_is_told(String written) {
        assertThatThrownBy(() -> Upstreams.none().with(written))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("an upstream is written NAME=HOST:PORT");
    }

    @Test
    void ports_and_addresses_can_be_others() {
        Placement placement =
                Placement.standard().at("127.0.0.1").port(8080, 18080).admin(0);

        String json = EnvoyBootstrap.of(canary(), placement).json();

        assertThat(json)
                .contains("\"port_value\" : 18080")
                .doesNotContain("0.0.0.0")
                .doesNotContain(" 8001");
    }
}

package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnvoyCommandTest {
    private static final String SET = "cli/src/test/resources/manifests";

    @Test
    void an_upstream_gets_another_address_by_its_name_with_or_without_the_port() {
        Ran ran = Ran.call("envoy", SET, "--upstream", "fraud.serving:8080=127.0.0.1:9000");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("\"STATIC\"").contains("\"port_value\" : 9000");
        assertThat(Ran.call("envoy", SET, "--upstream", "fraud.serving=127.0.0.1:9000"))
                .isEqualTo(ran);
    }

    @Test
    void certificates_are_looked_for_in_the_folder_that_is_given() {
        Ran ran = Ran.call("envoy", SET, "--certificates", "tls");

        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains("\"tls/models-tls.emissary/tls.crt\"", "\"tls/models-tls.emissary/tls.key\"")
                .doesNotContain("certificates/");
    }
}

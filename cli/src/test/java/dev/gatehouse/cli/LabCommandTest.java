package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabCommandTest {
    private static final String SPEC = "examples/platforms/risk-models.yaml";

    @Test
    void prints_a_call_for_each_model_and_ends_with_its_input() {
        Ran run = Ran.call("lab", SPEC, "--design", "nlb-ambassador");

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("nlb-ambassador on loopback, embedded ingress\n");
        assertThat(run.out().lines().filter(line -> line.startsWith("    curl ")))
                .hasSize(5)
                .allSatisfy(line -> assertThat(line).contains(":127.0.0.1 ").contains("--cacert"));
        assertThat(run.out()).contains("--cert").contains("authorization: Bearer ");
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("gatehouse-lab"));
    }

    @Test
    void what_cannot_be_understood_is_told_with_the_nearest_word() {
        for (List<String> call : List.of(
                List.of("lab", SPEC, "--design", "nlb-ambasador"),
                List.of("lab", SPEC, "--design", "nlb-ambassador", "--engine", "envoi"),
                List.of("lab", SPEC, "--design", "nlb-ambassador", "--inject", "network-load-balancr=1ms"),
                List.of("lab", SPEC, "--design", "nlb-ambassador", "--inject", "network-load-balancer"),
                List.of("lab", SPEC, "--design", "nlb-ambassador", "--inject", "network-load-balancer=soon"))) {
            Ran run = Ran.call(call.toArray(String[]::new));

            assertThat(run.status()).as(call.toString()).isEqualTo(2);
            assertThat(run.err()).as(call.toString()).contains("fix:").startsWith("GH-6");
            assertThat(run.out()).isEmpty();
        }
    }
}

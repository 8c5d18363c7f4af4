package dev.gatehouse.ambassador.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.MutualTls;
import dev.gatehouse.model.topology.Seam;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModuleSettingsTest {
    private static final String ALL = "dev.gatehouse.ambassador.generate.Generated#withAmbassador";

    @ParameterizedTest
    @MethodSource(ALL)
    void there_is_the_one_Module_that_Emissary_honours(Generated generated) {
        List<HasMetadata> modules = generated.of("Module");

        assertThat(modules).hasSize(1);
        assertThat(modules.get(0).getMetadata().getName()).isEqualTo("ambassador");
        assertThat(modules.get(0).getMetadata().getNamespace())
                .isEqualTo(generated.spec().cluster().ambassador());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void no_spelling_of_a_path_goes_round_a_rule_about_it(Generated generated) {
        assertThat(config(generated).get("merge_slashes")).isEqualTo(true);
        assertThat(config(generated).get("reject_requests_with_escaped_slashes"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void a_client_can_not_say_which_certificate_it_showed(Generated generated) {
        boolean verifiesHere = generated.topology().duties(HopKind.AMBASSADOR).stream()
                .anyMatch(duty -> duty.requirement() instanceof MutualTls);

        assertThat(config(generated).get("forward_client_cert_details"))
                .isEqualTo(verifiesHere ? "SANITIZE_SET" : "SANITIZE");
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void the_ALB_closes_an_idle_connection_first_and_the_NLB_forgets_it_last(Generated generated) {
        Seam seam = generated.topology().seam();
        long idle = Long.parseLong(String.valueOf(config(generated).get("listener_idle_timeout_ms")));

        seam.idle(HopKind.APPLICATION_LOAD_BALANCER)
                .ifPresent(alb -> assertThat(idle).isGreaterThan(alb.toMillis()));
        if (generated.topology().design().has(HopKind.APPLICATION_LOAD_BALANCER)) {
            return;
        }
        seam.idle(HopKind.NETWORK_LOAD_BALANCER)
                .ifPresent(nlb -> assertThat(idle).isLessThan(nlb.toMillis()));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void diagnostics_are_not_shown_outside(Generated generated) {
        assertThat(Generated.below(config(generated), "diagnostics").get("enabled"))
                .isEqualTo(false);
    }

    private static Map<?, ?> config(Generated generated) {
        return Generated.below(Generated.settings(generated.of("Module").get(0)), "config");
    }
}

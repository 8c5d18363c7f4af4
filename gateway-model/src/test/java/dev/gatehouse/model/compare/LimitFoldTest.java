package dev.gatehouse.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.SheetReader;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.testing.Specs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class LimitFoldTest {
    private static final Facts FACTS = Facts.bundled();

    private static Limit limit(String design, String id, String model, Facts facts) {
        Topology topology = Designs.of(design).orElseThrow().realize(Specs.riskModels(), facts);
        return LimitFold.limits(topology).stream()
                .filter(limit -> limit.id().equals(id))
                .filter(limit -> limit.model().equals(Optional.of(model))
                        || limit.model().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** By hand: the peaks of risk-models are 600 + 20 + 10 + 60 = 690/s, 6.9 % of 10,000/s. */
    @Test
    void the_peak_is_set_against_the_throttle_that_the_account_shares() {
        Limit throttle = limit("apigateway-nlb", "throttle-rate", "", FACTS);

        assertThat(throttle.headroom()).contains("peak 690/s of 10000/s shared by the account");
        assertThat(throttle.usedPercent()).hasToString("Optional[6.9]");
        assertThat(throttle.raise()).isEqualTo(Raise.QUOTA_REQUEST);
    }

    /**
     * By hand: fraud answers within 800 ms of 29 s, 2.8 %; damage-image sends 4,000,000 of 10,485,760 bytes, 38.1 %;
     * assistant is silent for 15 of 300 s, 5 %; three zones with a pod of 1,000/s each take 690 of 3,000/s, 23 %; an
     * NLB has 4 ports for its classes of trust of 50 listeners at most, and nobody raises these.
     */
    @ParameterizedTest
    @CsvSource({
        "apigateway-nlb, request-timeout, fraud, rest-api, 2.8, QUOTA_REQUEST",
        "apigateway-nlb, request-body, damage-image, rest-api, 38.1, HARD",
        "apigateway-nlb, idle-timeout, assistant, rest-api, 5, HARD",
        "nlb-ambassador, own-rate, '', ambassador, 23, OWN_HARDWARE",
        "nlb-ambassador, idle-timeout, assistant, network-load-balancer, 4.3, HARD"
    })
    void each_kind_has_its_hop_what_is_needed_of_it_and_what_more_takes(
            String design, String id, String model, String hop, String percent, Raise raise) {
        Limit limit = limit(design, id, model, FACTS);

        assertThat(limit.setBy()).hasToString(hop);
        assertThat(limit.usedPercent().orElseThrow()).isEqualByComparingTo(percent);
        assertThat(limit.raise()).isEqualTo(raise);
    }

    @Test
    void what_was_granted_can_be_asked_for_again() {
        String own = """
                kind: rest-api
                limits:
                  - { id: request-timeout, text: Granted, value: 60 s, reason: granted, source: { granted: RISK-71 } }
                """;
        Facts facts = FACTS.with(SheetReader.read("own.yaml", own.getBytes(StandardCharsets.UTF_8), FACTS.kinds())
                .sheets());

        Limit limit = limit("apigateway-nlb", "request-timeout", "fraud", facts);

        assertThat(limit.value()).hasToString("60 s");
        assertThat(limit.raise()).isEqualTo(Raise.QUOTA_REQUEST);
    }

    @Test
    void what_can_still_be_set_higher_is_a_setting_of_yours() {
        assertThat(limit("apigateway-nlb", "body-inspection", "", FACTS).raise())
                .isEqualTo(Raise.SETTING);
        assertThat(limit("route53-alb-nlb-ambassador", "body-inspection", "", FACTS)
                        .raise())
                .isEqualTo(Raise.HARD);
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void a_path_is_never_looser_than_its_hops_and_what_is_used_is_of_the_same_kind(PlatformSpec spec) {
        for (Design design : Designs.all()) {
            List<Limit> limits = LimitFold.limits(design.realize(spec, FACTS));

            assertThat(limits).isNotEmpty().allSatisfy(limit -> {
                assertThat(limit.use().stream())
                        .allSatisfy(use -> assertThat(use.amount().dimension())
                                .isEqualTo(limit.value().dimension()));
                assertThat(limit.headroom().isPresent()).isEqualTo(limit.use().isPresent());
            });
        }
    }
}

package dev.gatehouse.ambassador.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.RateLimit;
import dev.gatehouse.model.topology.Keeping;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.testing.Specs;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LimiterTest {
    @ParameterizedTest
    @MethodSource("dev.gatehouse.ambassador.generate.Generated#withAmbassador")
    void requests_are_counted_exactly_where_Ambassador_keeps_rate_limit(Generated generated) {
        for (HasMetadata mapping : generated.of("Mapping")) {
            Map<String, String> labels = mapping.getMetadata().getLabels();
            Optional<Model> model =
                    Optional.ofNullable(labels.get(Labels.MODEL)).flatMap(generated.spec()::model);
            Entry entry = Optional.ofNullable(labels.get(Labels.ENTRY))
                    .flatMap(generated.spec()::entry)
                    .orElseThrow();
            boolean kept = model.flatMap(each -> generated.spec().requirement(RateLimit.class, entry, each))
                    .flatMap(limit -> generated.topology().keeping(limit, entry))
                    .flatMap(Keeping::keeper)
                    .equals(Optional.of(HopKind.AMBASSADOR));

            assertThat(Generated.settings(mapping).containsKey("labels"))
                    .as(mapping.getMetadata().getName())
                    .isEqualTo(kept);
            if (kept) {
                assertThat(Generated.settings(mapping).get("labels"))
                        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                        .containsOnlyKeys(generated.spec().name());
            }
        }
        for (HasMetadata limiter : generated.of("RateLimitService")) {
            assertThat(Generated.settings(limiter))
                    .containsEntry("domain", generated.spec().name());
        }
    }

    @Test
    void a_claim_is_counted_by_what_the_token_service_says_of_it() {
        Generated generated = Generated.of("nlb-ambassador", HardPlatforms.tokenForOneModel());

        assertThat(header(generated, "public", "a")).contains(Limiter.CONSUMER);
        assertThat(generated.files().conditions())
                .anyMatch(condition -> condition.text().contains(Limiter.CONSUMER));
    }

    @Test
    void a_claim_that_nobody_verified_is_not_counted_by() {
        assertThat(header(Generated.of("nlb-ambassador", HardPlatforms.tokenForOneModel()), "public", "b"))
                .isEmpty();
    }

    @Test
    void a_certificate_is_counted_by_what_its_verifier_says_of_it() {
        assertThat(header(Generated.of("nlb-ambassador", Specs.riskModels()), "partner", "fraud"))
                .contains("x-forwarded-client-cert");
        assertThat(header(Generated.of("accelerator-alb-nlb-ambassador", Specs.riskModels()), "partner", "fraud"))
                .contains("x-amzn-mtls-clientcert-subject");
        assertThat(header(Generated.of("apigateway-nlb-ambassador", Specs.riskModels()), "partner", "fraud"))
                .contains(Topology.CERTIFICATE_SUBJECT_HEADER);
    }

    private static Optional<String> header(Generated generated, String entry, String model) {
        return new Limiter(generated.topology())
                .header(
                        generated.spec().entry(entry).orElseThrow(),
                        generated.spec().model(model).orElseThrow());
    }
}

package dev.gatehouse.aws;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.DesignSpace;
import dev.gatehouse.testing.Goldens;
import dev.gatehouse.testing.Specs;
import org.junit.jupiter.api.Test;

class GoldenTest {
    @Test
    void the_smallest_platform_behind_the_managed_gateway() {
        golden("iris", "apigateway-nlb", Specs.iris());
    }

    @Test
    void the_full_platform_reached_by_name() {
        golden("risk-models", "route53-alb-nlb-ambassador", Specs.riskModels());
    }

    @Test
    void a_created_network_with_a_public_balancer() {
        golden("llm-gateway", "nlb-ambassador", Specs.llmGateway());
    }

    @Test
    void an_HTTP_API_and_its_link_to_a_private_balancer() {
        golden("iris", "httpapi-nlb", Specs.iris());
    }

    @Test
    void a_REST_API_and_the_newer_link_to_an_ALB_before_the_pods() {
        golden("iris", "apigateway-link2-alb", Specs.iris());
    }

    @Test
    void a_distribution_with_a_private_ALB_as_its_origin() {
        golden("iris", "cloudfront-alb-ambassador", Specs.iris());
    }

    @Test
    void a_balancer_with_fixed_addresses_in_front_of_an_ALB() {
        golden("iris", "nlb-alb-ambassador", Specs.iris());
    }

    @Test
    void an_accelerator_in_front_of_a_balancer_that_passes_TLS_on() {
        golden("iris", "accelerator-nlb-ambassador", Specs.iris());
    }

    private static void golden(String name, String design, PlatformSpec spec) {
        AwsFiles files = CloudFormation.of(
                DesignSpace.of(Facts.bundled()).design(design).orElseThrow().realize(spec, Facts.bundled()));

        Goldens.folder(name + "/" + design, files.files());
    }
}

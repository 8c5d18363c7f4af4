package dev.gatehouse.aws;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Designs;
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

    private static void golden(String name, String design, PlatformSpec spec) {
        AwsFiles files = CloudFormation.of(Designs.of(design).orElseThrow().realize(spec, Facts.bundled()));

        Goldens.folder(name + "/" + design, files.files());
    }
}

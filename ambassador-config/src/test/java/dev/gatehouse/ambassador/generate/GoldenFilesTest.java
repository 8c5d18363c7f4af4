package dev.gatehouse.ambassador.generate;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.testing.Goldens;
import dev.gatehouse.testing.Specs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"apigateway-nlb", "nlb-ambassador", "accelerator-alb-nlb-ambassador"})
    void the_risk_models_get_these_files(String design) {
        KubernetesFiles files =
                AmbassadorConfig.of(Designs.of(design).orElseThrow().realize(Specs.riskModels(), Facts.bundled()));

        Goldens.folder("risk-models/" + design, files.files());
    }
}

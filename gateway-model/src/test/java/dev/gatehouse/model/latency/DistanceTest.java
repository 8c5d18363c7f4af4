package dev.gatehouse.model.latency;

import static dev.gatehouse.model.spec.Entries.entry;
import static dev.gatehouse.model.spec.Models.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.SheetReader;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.testing.Specs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DistanceTest {
    private static final Facts FACTS = Facts.bundled();

    private static Distance from(String place, String design, PlatformSpec spec, Facts facts) {
        Topology topology = Designs.of(design).orElseThrow().realize(spec, facts);
        List<Distance> all = Distance.of(topology, topology.paths().get(0));
        return all.stream()
                .filter(distance -> distance.from().equals(place))
                .findFirst()
                .orElseThrow();
    }

    private static PlatformSpec inParis() {
        return PlatformSpec.named("iris")
                .region("eu-west-3")
                .entry(entry("public").host("models.example.com"))
                .model(model("iris").service("iris.serving", 8080).path("/v2/models/iris/"))
                .build();
    }

    /** By hand: 65 to 95 ms from us-east-1 to eu-west-1; an accelerator takes 0 to 60 % off: 65 × 0.4 = 26 to 95. */
    @Test
    void an_accelerator_takes_its_gain_off_and_other_designs_take_the_internet() {
        Distance plain = from("us-east-1", "route53-alb-nlb-ambassador", Specs.riskModels(), FACTS);
        Distance accelerated = from("us-east-1", "accelerator-alb-nlb-ambassador", Specs.riskModels(), FACTS);

        assertThat(plain.plain()).hasToString("Optional[65 to 95 ms]");
        assertThat(plain.path()).isEqualTo(plain.plain());
        assertThat(accelerated.plain()).isEqualTo(plain.plain());
        assertThat(accelerated.path()).hasToString("Optional[26 to 95 ms]");
        assertThat(accelerated.facts()).hasSize(2);
        assertThat(accelerated.evidence().orElseThrow().kind()).isEqualTo(Evidence.Kind.ASSUMED);
    }

    @Test
    void a_pair_that_no_sheet_knows_is_unknown_and_takes_no_other_pairs_number() {
        Distance distance = from("sa-east-1", "nlb-ambassador", inParis(), FACTS);

        assertThat(distance.plain()).isEmpty();
        assertThat(distance.path()).isEmpty();
        assertThat(distance.evidence()).isEmpty();
    }

    @Test
    void ones_own_measurement_stands_over_the_assumption() {
        String own = """
                kind: internet
                latency:
                  - id: round-trip-from-us-east-1
                    text: Measured from the branch in Boston
                    region: eu-west-1
                    value: 71 ms to 74 ms
                    reason: our own line
                    source: { measured: ping-12 }
                """;
        Facts facts = FACTS.with(SheetReader.read("own.yaml", own.getBytes(StandardCharsets.UTF_8), FACTS.kinds())
                .sheets());

        Distance distance = from("us-east-1", "nlb-ambassador", Specs.riskModels(), facts);

        assertThat(distance.path()).hasToString("Optional[71 to 74 ms]");
        assertThat(distance.evidence().orElseThrow().kind()).isEqualTo(Evidence.Kind.MEASURED);
    }
}

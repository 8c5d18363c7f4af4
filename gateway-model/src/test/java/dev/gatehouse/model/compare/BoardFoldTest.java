package dev.gatehouse.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.SheetReader;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.testing.Specs;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class BoardFoldTest {
    private static final Facts FACTS = Facts.bundled();

    private static List<Measure> measures(String design, PlatformSpec spec, Facts facts) {
        return MeasureFold.measures(Designs.of(design).orElseThrow().realize(spec, facts));
    }

    private static List<String> said(String design, String id) {
        return measures(design, Specs.riskModels(), FACTS).stream()
                .filter(measure -> measure.id().equals(id))
                .map(measure -> measure.hop().map(HopKind::id).orElse("") + ": " + measure.value())
                .toList();
    }

    @Test
    void boards_hear_who_maintains_what_and_what_is_legacy() {
        assertThat(said("apigateway-nlb-ambassador", "maintenance"))
                .anyMatch(line -> line.startsWith("vpc-link: AWS calls the first kind of VPC link legacy"))
                .anyMatch(line -> line.startsWith("ambassador: ") && line.contains("four maintainers"));
        assertThat(said("route53-alb-nlb-ambassador", "maintenance"))
                .anyMatch(line -> line.contains("supported until 31 March 2027"));
    }

    @Test
    void a_trace_begins_at_the_first_layer_7_hop_that_aws_runs_and_passes_all_the_others() {
        assertThat(said("route53-alb-nlb-ambassador", "trace"))
                .anyMatch(line -> line.startsWith("application-load-balancer: It adds X-Amzn-Trace-Id"))
                .anyMatch(line -> line.startsWith("network-load-balancer: It passes bytes"))
                .anyMatch(line -> line.startsWith("ambassador: It passes X-Amzn-Trace-Id on"));
        assertThat(said("nlb-ambassador", "trace")).noneMatch(line -> line.contains("It adds"));
    }

    /** In risk-models design 3 counts and verifies at Ambassador; design 4a verifies at the ALB where it can. */
    @Test
    void what_a_promise_makes_the_team_run_is_said_where_that_hop_keeps_it() {
        Topology topology = Designs.of("nlb-ambassador").orElseThrow().realize(Specs.riskModels(), FACTS);
        boolean counts = topology.duties(HopKind.AMBASSADOR).stream()
                .anyMatch(duty -> duty.requirement().word().equals("rate-limit"));

        assertThat(counts).isTrue();
        assertThat(said("nlb-ambassador", "you-run")).anyMatch(line -> line.contains("rate limit service"));
        assertThat(measures("nlb-ambassador", Specs.iris(), FACTS))
                .noneMatch(measure -> measure.value().contains("rate limit service"));
    }

    /** By hand: with three zones each of the two that are left carries 3 ÷ 2 = 150 %; one NLB in one zone 99.9 %. */
    @ParameterizedTest
    @CsvSource({"lost-zone-load, 150", "one-zone-availability, 99.9"})
    void a_lost_zone_is_put_in_numbers(String id, String value) {
        assertThat(measures("nlb-ambassador", Specs.riskModels(), FACTS)).anySatisfy(measure -> {
            assertThat(measure.id()).isEqualTo(id);
            assertThat(measure.value()).isEqualTo(value);
        });
    }

    /**
     * By hand, design 3 of risk-models in eu-west-1, per month of 730 h: public and private NLB 2 × 730 × 0.0252 =
     * 36.792; three addresses 3 × 730 × 0.005 = 10.95; three pods each of the ingress, the limiter and the service that
     * verifies tokens 9 × 730 × 0.03875 = 254.5875; together 302.3295.
     */
    @Test
    void a_second_region_that_waits_costs_what_is_charged_without_requests() {
        assertThat(measures("nlb-ambassador", Specs.riskModels(), FACTS))
                .filteredOn(measure -> measure.id().equals("second-region"))
                .singleElement()
                .satisfies(
                        measure -> assertThat(new BigDecimal(measure.value())).isEqualByComparingTo("302.33"));
    }

    @Test
    void a_note_of_ones_own_on_any_sheet_is_heard_without_code() {
        String own = """
                kind: network-load-balancer
                notes:
                  - { id: maintenance-own, text: Our network team watches it, source: { granted: RISK-9 } }
                """;
        Facts facts = FACTS.with(SheetReader.read("own.yaml", own.getBytes(StandardCharsets.UTF_8), FACTS.kinds())
                .sheets());

        assertThat(measures("nlb-ambassador", Specs.iris(), facts))
                .anyMatch(measure ->
                        measure.id().equals("maintenance") && measure.value().equals("Our network team watches it"));
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void every_subject_is_answered_for_every_design_and_what_is_said_of_a_hop_has_evidence(PlatformSpec spec) {
        for (Design design : Designs.all()) {
            List<Measure> measures = MeasureFold.measures(design.realize(spec, FACTS));

            assertThat(measures).extracting(Measure::id).containsAll(BoardFold.SUBJECTS);
            assertThat(measures)
                    .filteredOn(measure -> measure.hop().isPresent())
                    .allSatisfy(measure -> assertThat(measure.evidence()).isPresent());
        }
    }
}

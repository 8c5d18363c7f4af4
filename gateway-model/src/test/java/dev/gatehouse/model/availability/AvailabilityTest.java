package dev.gatehouse.model.availability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.testing.Specs;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class AvailabilityTest {
    private static final Facts FACTS = Facts.bundled();
    private static final BigDecimal MONTH = BigDecimal.valueOf(730);

    private static Topology realized(String design, Facts facts) {
        return Designs.of(design).orElseThrow().realize(Specs.riskModels(), facts);
    }

    private static Availability of(String design, String entry, Circumstances circumstances) {
        Topology topology = realized(design, FACTS);
        EntryPath path = topology.path(topology.spec().entry(entry).orElseThrow());
        return Availability.of(topology, path, circumstances);
    }

    /**
     * By hand: 0.9995 × 0.9995 × 0.9999 = 0.998900349975 (firewall, REST API, NLB); 0.9999 (NLB); 1 × 0.9995 × 0.9999 ×
     * 0.9999 = 0.999300109995 (DNS, firewall, ALB, NLB); 0.9999 more for the accelerator = 0.99920017998400...
     */
    @ParameterizedTest
    @CsvSource({
        "apigateway-nlb, 99.8900349975, 99.89, 48.2",
        "apigateway-nlb-ambassador, 99.8900349975, 99.89, 48.2",
        "nlb-ambassador, 99.99, 99.99, 4.4",
        "route53-alb-nlb-ambassador, 99.9300109995, 99.93, 30.7",
        "accelerator-alb-nlb-ambassador, 99.92001799840005, 99.92, 35.1"
    })
    void the_levels_along_a_path_multiply(String design, BigDecimal exact, BigDecimal percent, BigDecimal minutes) {
        Availability availability = of(design, "public", Circumstances.USUAL);

        assertThat(availability.share().orElseThrow().percent()).isEqualByComparingTo(exact);
        assertThat(availability.percent().orElseThrow()).isEqualByComparingTo(percent);
        assertThat(availability.minutesPerMonth(MONTH).orElseThrow()).isEqualByComparingTo(minutes);
    }

    /** By hand: a firewall that fails open leaves 0.9999 × 0.9999 = 0.99980001; no REST API stage fails open. */
    @ParameterizedTest
    @CsvSource({"route53-alb-nlb-ambassador, 99.98", "apigateway-nlb, 99.89", "nlb-ambassador, 99.99"})
    void a_firewall_that_fails_open_is_no_part_of_the_series(String design, BigDecimal percent) {
        assertThat(of(design, "public", Circumstances.USUAL.failingOpen())
                        .percent()
                        .orElseThrow())
                .isEqualByComparingTo(percent);
    }

    /** The spec's word reaches the product: the balancer of 4a fails open, a REST API can't and stays in the series. */
    @ParameterizedTest
    @CsvSource({"route53-alb-nlb-ambassador, 99.98, true", "apigateway-nlb, 99.89, false"})
    void a_spec_that_lets_requests_pass_takes_the_firewall_out_where_a_balancer_can(
            String design, BigDecimal percent, boolean passed) {
        PlatformSpec spec = Objects.requireNonNull(Specs.byName().get("web-firewall-failing-open"));
        Topology topology = Designs.of(design).orElseThrow().realize(spec, FACTS);

        Availability availability = Availability.of(topology, topology.paths().get(0));

        assertThat(availability.percent().orElseThrow()).isEqualByComparingTo(percent);
        assertThat(availability.passed()).isEqualTo(passed ? List.of(HopKind.WEB_ACL) : List.of());
    }

    @Test
    void every_level_says_what_is_credited_below_it() {
        for (Design design : Designs.all()) {
            assertThat(of(design.id(), "public", Circumstances.USUAL).items())
                    .allSatisfy(item -> assertThat(item.credits()).isPresent());
        }
    }

    /**
     * By hand: an NLB 0.999; accelerator, firewall, ALB, NLB 0.995 × 0.9995 × 0.999 × 0.999 = 0.99251448...; the REST
     * API knows no zones: 0.9995 × 0.9995 × 0.999 = 0.99800124...
     */
    @ParameterizedTest
    @CsvSource({"nlb-ambassador, 99.9", "accelerator-alb-nlb-ambassador, 99.251", "apigateway-nlb, 99.8"})
    void in_one_zone_the_levels_for_one_zone_hold(String design, BigDecimal percent) {
        assertThat(of(design, "public", Circumstances.USUAL.inOneZone())
                        .percent()
                        .orElseThrow())
                .isEqualByComparingTo(percent);
    }

    @Test
    void in_2020_no_level_for_a_balancer_in_one_zone_was_published_and_none_is_borrowed() {
        Topology topology = realized("nlb-ambassador", FACTS.asOf(LocalDate.of(2020, 11, 19)));
        Availability then = Availability.of(topology, topology.paths().get(0), Circumstances.USUAL.inOneZone());

        assertThat(then.share()).isEmpty();
        assertThat(then.weakest()).isEmpty();
        assertThat(then.evidence()).isEmpty();
        assertThat(then.without()).contains(HopKind.NETWORK_LOAD_BALANCER);
    }

    @Test
    void hops_that_nobody_promises_are_named_and_not_multiplied() {
        assertThat(of("apigateway-nlb-ambassador", "public", Circumstances.USUAL)
                        .without())
                .containsExactly(HopKind.VPC_LINK, HopKind.AMBASSADOR, HopKind.MODEL_SERVICE);
    }

    @Test
    void an_entry_inside_the_vpc_needs_only_what_stands_there() {
        assertThat(of("accelerator-alb-nlb-ambassador", "admin", Circumstances.USUAL)
                        .items())
                .extracting(ServiceLevel::hop)
                .containsExactly(HopKind.NETWORK_LOAD_BALANCER);
    }

    @Test
    void the_product_is_known_as_well_as_its_weakest_level() {
        assertThat(of("route53-alb-nlb-ambassador", "public", Circumstances.USUAL)
                        .evidence()
                        .orElseThrow()
                        .kind())
                .isEqualTo(Evidence.Kind.ASSUMED);
        assertThat(of("accelerator-alb-nlb-ambassador", "public", Circumstances.USUAL)
                        .evidence()
                        .orElseThrow()
                        .kind())
                .isEqualTo(Evidence.Kind.PUBLISHED);
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void every_hop_is_a_factor_or_named_and_no_product_is_above_a_factor(PlatformSpec spec) {
        for (Design design : Designs.all()) {
            Topology topology = design.realize(spec, FACTS);
            for (EntryPath path : topology.paths()) {
                Availability availability = Availability.of(topology, path);

                assertThat(availability.items().size()
                                + availability.without().size()
                                + availability.passed().size())
                        .isEqualTo(path.hops().size());
                assertThat(availability.items())
                        .allSatisfy(item ->
                                assertThat(availability.share().orElseThrow()).isLessThanOrEqualTo(item.share()));
                assertThat(Availability.of(topology, path, Circumstances.USUAL.inOneZone())
                                .share()
                                .orElseThrow())
                        .isLessThanOrEqualTo(availability.share().orElseThrow());
            }
        }
    }
}

package dev.gatehouse.model.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.Entries;
import dev.gatehouse.model.spec.Models;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Requirements;
import dev.gatehouse.model.spec.SpecReader;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.DesignSpace;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.DataSize;
import dev.gatehouse.model.unit.Money;
import dev.gatehouse.testing.Specs;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Costs at another load: the curves against the bill itself, and crossovers by hand. */
final class SensitivityTest {
    private static final Facts FACTS = Facts.bundled();
    private static final BigDecimal NOTHING_MUCH = new BigDecimal("1e-15");
    private static final List<String> LOADS = List.of("0.001", "0.125", "0.5", "1", "1.4", "2", "3", "7.77", "100");

    private static List<Topology> topologies(PlatformSpec spec, Facts facts) {
        return Designs.all().stream().map(design -> design.realize(spec, facts)).toList();
    }

    private static Sensitivity sensitivity(PlatformSpec spec, Facts facts) {
        return Sensitivity.of(topologies(spec, facts), CostTerms.USUAL);
    }

    private static Rivals rivals(Sensitivity sensitivity, String one, String other) {
        return sensitivity.pairs().stream()
                .filter(pair -> pair.one().equals(one) && pair.other().equals(other))
                .findFirst()
                .orElseThrow();
    }

    /** What the bill itself comes to when every request of the spec is made {@code load} times. */
    private static BigDecimal bill(Topology topology, BigDecimal load) {
        Bill bill = new Bill(topology, CostTerms.USUAL, Traffic.of(topology).times(load));
        return new CostFold(bill)
                .lines().stream()
                        .flatMap(line -> line.amount().stream())
                        .map(Money::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void the_curve_of_a_design_is_its_bill_at_any_load(PlatformSpec spec) {
        for (Topology topology : topologies(spec, FACTS)) {
            Curve known = DesignCurve.of(topology, CostTerms.USUAL).known();
            for (String load : LOADS) {
                assertThat(known.at(Ratio.of(new BigDecimal(load))).toDecimal(MathContext.DECIMAL128))
                        .as(topology.design().id() + " at " + load)
                        .isCloseTo(bill(topology, new BigDecimal(load)), within(NOTHING_MUCH));
            }
        }
    }

    @Test
    void the_curve_of_every_legal_path_is_its_bill_too() {
        List<Design> designs = DesignSpace.of(FACTS).designs();
        assertThat(designs).hasSizeGreaterThan(20);
        for (Design design : designs) {
            Topology topology = design.realize(Specs.riskModels(), FACTS);
            Curve known = DesignCurve.of(topology, CostTerms.USUAL).known();
            for (String load : List.of("0.125", "1", "7.77")) {
                assertThat(known.at(Ratio.of(new BigDecimal(load))).toDecimal(MathContext.DECIMAL128))
                        .as(design.id() + " at " + load)
                        .isCloseTo(bill(topology, new BigDecimal(load)), within(NOTHING_MUCH));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void more_load_never_costs_less_at_any_load(PlatformSpec spec) {
        for (Topology topology : topologies(spec, FACTS)) {
            Ratio before = Ratio.ZERO;
            for (Curve.Piece piece :
                    DesignCurve.of(topology, CostTerms.USUAL).known().pieces()) {
                assertThat(piece.slope().signum()).isNotNegative();
                assertThat(piece.at(piece.to())).isGreaterThanOrEqualTo(before);
                before = piece.at(piece.to());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void the_bill_agrees_on_both_sides_of_every_crossover(PlatformSpec spec) {
        List<Topology> topologies = topologies(spec, FACTS);
        for (Rivals pair : sensitivity(spec, FACTS).pairs()) {
            for (Crossover crossover : pair.crossovers()) {
                BigDecimal load = crossover.factor().toDecimal(MathContext.DECIMAL128);
                assertThat(difference(topologies, crossover, load.multiply(new BigDecimal("0.9999999"))))
                        .isNegative();
                assertThat(difference(topologies, crossover, load.multiply(new BigDecimal("1.0000001"))))
                        .isPositive();
            }
        }
    }

    /** How much more the design that is cheaper below a crossover costs than the other. */
    private static BigDecimal difference(List<Topology> topologies, Crossover crossover, BigDecimal load) {
        return bill(of(topologies, crossover.below()), load).subtract(bill(of(topologies, crossover.above()), load));
    }

    private static Topology of(List<Topology> topologies, String design) {
        return topologies.stream()
                .filter(topology -> topology.design().id().equals(design))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void stretches_leave_no_gap_and_neighbours_differ(PlatformSpec spec) {
        assertThat(sensitivity(spec, FACTS).pairs()).hasSize(10).allSatisfy(pair -> {
            Ratio from = Ratio.ZERO;
            Standing before = null;
            for (Stretch stretch : pair.stretches()) {
                assertThat(stretch.from()).isEqualTo(from);
                assertThat(stretch.to()).isGreaterThan(from);
                assertThat(stretch.standing()).isNotEqualTo(before);
                from = stretch.to();
                before = stretch.standing();
            }
            assertThat(from).isEqualTo(Curve.MOST);
            assertThat(pair.missing().isEmpty())
                    .isEqualTo(pair.stretches().stream().noneMatch(any -> any.standing() == Standing.UNKNOWN));
        });
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void twice_the_load_costs_at_most_twice_as_much(PlatformSpec spec) {
        for (LoadCost cost : sensitivity(spec, FACTS).designs()) {
            Topology topology = Designs.of(cost.design()).orElseThrow().realize(spec, FACTS);
            cost.doubled()
                    .ifPresent(more -> assertThat(more.amount())
                            .isNotNegative()
                            .isCloseTo(
                                    bill(topology, BigDecimal.valueOf(2)).subtract(bill(topology, BigDecimal.ONE)),
                                    within(NOTHING_MUCH))
                            .isLessThanOrEqualTo(Cost.of(topology).known().amount()));
            cost.oneMore().ifPresent(more -> assertThat(more.amount()).isPositive());
        }
    }

    /**
     * 2 pays 3.50 a million requests to the REST API; 4a pays 730 × 0.0252 = 18.396 for its ALB, 3 × 730 × 0.005 =
     * 10.95 for its addresses, 0.50 for the zone, and by bytes 7 GB × 0.008 = 0.056 a million requests. Everything else
     * is the same: 3.50 x = 29.846 + 0.056 x at x = 29.846 / 3.444 = 8.666 M requests a month.
     */
    @Test
    void an_alb_and_a_zone_are_cheaper_than_a_rest_api_above_8_67_million_requests_of_6_kb() {
        Sensitivity sensitivity = sensitivity(small(6), FACTS);
        Rivals pair = rivals(sensitivity, "apigateway-nlb-ambassador", "route53-alb-nlb-ambassador");
        assertThat(sensitivity.requestsPerMonth()).isEqualByComparingTo("10512000");
        assertThat(sensitivity.request()).isEqualTo(DataSize.ofKilobytes(6));
        assertThat(pair.crossovers()).singleElement().satisfies(crossover -> {
            assertThat(crossover.factor())
                    .isEqualTo(Ratio.of(new BigDecimal("29.846"))
                            .over(Ratio.of(new BigDecimal("3.444")))
                            .over(Ratio.of(new BigDecimal("10.512"))));
            assertThat(crossover.requestsPerMonth().round(new MathContext(6))).isEqualByComparingTo("8666090");
            assertThat(crossover.below()).isEqualTo("apigateway-nlb-ambassador");
            assertThat(crossover.above()).isEqualTo("route53-alb-nlb-ambassador");
        });
    }

    /** At 4 MB a million requests are 4,001 GB to the ALB, 32.008 USD: more than any tier of the REST API's 3.50. */
    @Test
    void at_4_mb_a_rest_api_is_cheaper_at_every_load() {
        Rivals pair =
                rivals(sensitivity(small(4000), FACTS), "apigateway-nlb-ambassador", "route53-alb-nlb-ambassador");
        assertThat(pair.crossovers()).isEmpty();
        assertThat(pair.stretches()).extracting(Stretch::standing).containsExactly(Standing.ONE);
    }

    /**
     * Nobody has read prices of Mumbai. 1 has a REST API and no pods, 3 has pods and no REST API: open. 4a has all that
     * 3 has, by the same prices, and more: dearer, whatever they are.
     */
    @Test
    void a_price_that_is_not_known_leaves_open_what_hangs_on_it_and_no_more() {
        PlatformSpec spec = SpecReader.read("worked.yaml", """
                        schema: gatehouse/platform/1
                        name: worked
                        region: ap-south-1
                        entries:
                          public: { host: models.example.com }
                        models:
                          iris: { service: iris.serving:8080, path: /iris/ }
                        """.getBytes(StandardCharsets.UTF_8))
                .spec()
                .orElseThrow();
        Sensitivity sensitivity = sensitivity(spec, FACTS);
        Rivals open = rivals(sensitivity, "apigateway-nlb", "nlb-ambassador");
        Rivals decided = rivals(sensitivity, "nlb-ambassador", "route53-alb-nlb-ambassador");
        assertThat(open.stretches()).extracting(Stretch::standing).containsExactly(Standing.UNKNOWN);
        assertThat(open.missing())
                .containsExactly(
                        "a price of rest-api.request in ap-south-1", "a price of ambassador.pod-hour in ap-south-1");
        assertThat(decided.stretches()).extracting(Stretch::standing).containsExactly(Standing.ONE);
        assertThat(decided.missing()).isEmpty();
        assertThat(sensitivity.designs()).allSatisfy(cost -> {
            assertThat(cost.doubled()).isEmpty();
            assertThat(cost.oneMore()).isEmpty();
        });
    }

    @Test
    void prices_of_the_past_leave_every_pair_open() {
        Sensitivity then = sensitivity(Specs.riskModels(), FACTS.asOf(LocalDate.of(2020, 11, 19)));
        assertThat(then.pairs()).allSatisfy(pair -> {
            assertThat(pair.crossovers()).isEmpty();
            assertThat(pair.stretches()).extracting(Stretch::standing).doesNotContain(Standing.ONE, Standing.OTHER);
        });
        assertThat(then.designs()).allSatisfy(cost -> assertThat(cost.doubled()).isEmpty());
    }

    static PlatformSpec small(long kilobytes) {
        return PlatformSpec.named("worked")
                .region("eu-west-1")
                .entry(Entries.entry("public").host("models.example.com"))
                .model(Models.model("iris")
                        .service("iris.serving", 8080)
                        .path("/iris/")
                        .answers(Models.atMost(Duration.ofSeconds(2)))
                        .load(Models.load(
                                Models.perSecond(4),
                                Models.perSecond(8),
                                Models.kilobytes(kilobytes),
                                Models.kilobytes(1))))
                .require(Requirements.webFirewall())
                .build();
    }
}

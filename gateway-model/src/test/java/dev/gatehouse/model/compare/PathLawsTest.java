package dev.gatehouse.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.Section;
import dev.gatehouse.model.hop.Components;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.spec.Entries;
import dev.gatehouse.model.spec.Models;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Requirements;
import dev.gatehouse.model.spec.SpecBuilder;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.DesignSpace;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Money;
import dev.gatehouse.model.unit.Quantity;
import dev.gatehouse.model.unit.Share;
import dev.gatehouse.testing.Specs;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the comparison, held over the whole design space. */
final class PathLawsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Facts FACTS = Facts.bundled().asOf(TODAY);
    private static final DesignSpace SPACE = DesignSpace.of(FACTS);

    static Stream<Arguments> every_path_of_every_example() {
        return Specs.examples().values().stream()
                .flatMap(spec -> SPACE.designs().stream().map(design -> Arguments.of(spec, design)));
    }

    @ParameterizedTest
    @MethodSource("every_path_of_every_example")
    void the_limit_of_a_path_is_never_above_that_of_any_of_its_hops(PlatformSpec spec, Design design) {
        Topology topology = design.realize(spec, FACTS);

        for (Limit limit : LimitFold.limits(topology)) {
            for (EntryPath path : topology.paths()) {
                boolean serves = limit.model()
                        .flatMap(spec::model)
                        .filter(model -> model.entries().contains(path.entry().name()))
                        .isPresent();
                if (serves) {
                    path.onPath().stream()
                            .flatMap(hop -> most(topology, hop, limit.id()).stream())
                            .forEach(own -> assertThat(limit.value()).isLessThanOrEqualTo(own));
                }
            }
        }
    }

    /** What a hop allows at most; empty where it sets no such limit, or none has an upper end. */
    private static Optional<Quantity> most(Topology topology, Hop hop, String id) {
        return topology.known()
                .fact(hop.kind(), id)
                .filter(fact -> fact.section() == Section.LIMIT)
                .filter(fact -> fact.min().isEmpty() || fact.max().isPresent())
                .flatMap(fact -> fact.max().or(fact::value));
    }

    @ParameterizedTest
    @MethodSource("every_path_of_every_example")
    void swapping_every_hop_for_an_equal_one_changes_nothing(PlatformSpec spec, Design design) {
        Design twin = new Design(design.id(), design.title(), List.copyOf(design.path()));

        assertThat(Components.realize(twin.path())).isEqualTo(Components.realize(design.path()));
        assertThat(PathAnswer.of(spec, FACTS, twin, TODAY).cells())
                .isEqualTo(PathAnswer.of(spec, FACTS, design, TODAY).cells());
    }

    static Stream<Arguments> every_path_and_a_stricter_requirement() {
        return Stream.of(
                        List.of(withCost(5000), withCost(500)),
                        List.of(withCost(500), withCost(1)),
                        List.of(withAvailability("99"), withAvailability("99.9")),
                        List.of(withAvailability("99.9"), withAvailability("99.999")))
                .flatMap(
                        pair -> SPACE.designs().stream().map(design -> Arguments.of(pair.get(0), pair.get(1), design)));
    }

    private static PlatformSpec withCost(long dollars) {
        return platform()
                .require(Requirements.monthlyCost(Money.ofDollars(dollars)))
                .build();
    }

    private static PlatformSpec withAvailability(String percent) {
        return platform()
                .require(Requirements.availability(Share.ofPercent(new BigDecimal(percent))))
                .build();
    }

    private static SpecBuilder platform() {
        return PlatformSpec.named("strict")
                .region("eu-west-1")
                .entry(Entries.entry("public").host("models.bank.example"))
                .model(Models.model("fraud")
                        .service("fraud.serving", 8080)
                        .path("/v2/models/fraud/")
                        .answers(Models.atMost(Duration.ofMillis(800)))
                        .load(Models.load(
                                Models.perSecond(150),
                                Models.perSecond(600),
                                Models.kilobytes(6),
                                Models.kilobytes(1))));
    }

    @ParameterizedTest
    @MethodSource("every_path_and_a_stricter_requirement")
    void a_stricter_requirement_never_keeps_more(PlatformSpec loose, PlatformSpec strict, Design design) {
        PathAnswer one = PathAnswer.of(loose, FACTS, design, TODAY);
        PathAnswer other = PathAnswer.of(strict, FACTS, design, TODAY);

        assertThat(other.cells()).hasSameSizeAs(one.cells());
        for (int at = 0; at < one.cells().size(); at++) {
            assertThat(other.cells().get(at).state())
                    .isGreaterThanOrEqualTo(one.cells().get(at).state());
        }
    }
}

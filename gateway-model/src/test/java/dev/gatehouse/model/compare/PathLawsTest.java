package dev.gatehouse.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.Section;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.DesignSpace;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Quantity;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the comparison, held over the whole design space. */
final class PathLawsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Facts FACTS = Facts.bundled().asOf(TODAY);
    private static final DesignSpace SPACE = DesignSpace.of(FACTS);

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void the_limit_of_a_path_is_never_above_that_of_any_of_its_hops(PlatformSpec spec) {
        for (Design design : SPACE.designs()) {
            Topology topology = design.realize(spec, FACTS);
            for (Limit limit : LimitFold.limits(topology)) {
                hops(topology, limit)
                        .flatMap(hop -> most(topology, hop, limit.id()).stream())
                        .forEach(own -> assertThat(limit.value())
                                .as(design.id() + " " + limit.id())
                                .isLessThanOrEqualTo(own));
            }
        }
    }

    /** The hops that a limit is of: those of the ways of its model, or of the whole design's. */
    private static Stream<Hop> hops(Topology topology, Limit limit) {
        return limit.model()
                .map(name -> topology.paths().stream()
                        .filter(path -> topology.spec().modelsOf(path.entry()).stream()
                                .anyMatch(model -> model.name().equals(name)))
                        .flatMap(path -> path.onPath().stream()))
                .orElseGet(() -> topology.hops().stream());
    }

    /** What a hop allows at most; empty where it sets no such limit, or none has an upper end. */
    private static Optional<Quantity> most(Topology topology, Hop hop, String id) {
        return topology.known()
                .fact(hop.kind(), id)
                .filter(fact -> fact.section() == Section.LIMIT)
                .filter(fact -> fact.min().isEmpty() || fact.max().isPresent())
                .flatMap(fact -> fact.max().or(fact::value));
    }
}

package dev.gatehouse.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.DesignSpace;
import java.time.LocalDate;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every legal path and every named platform. */
@Order(1) // the longest of this module: others run beside it
final class EveryPathTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate THEN = LocalDate.of(2020, 11, 19);
    private static final Facts FACTS = Facts.bundled().asOf(TODAY);
    private static final DesignSpace SPACE = DesignSpace.of(FACTS);

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void every_legal_path_is_realized_and_compared(PlatformSpec spec) {
        Comparison comparison = Comparison.of(spec, FACTS, SPACE.designs(), TODAY, TODAY);

        assertThat(comparison.designs()).hasSameSizeAs(SPACE.designs());
        assertThat(comparison.designs()).allSatisfy(answer -> {
            assertThat(answer.cells()).isNotEmpty();
            assertThat(answer.cost().items()).isNotEmpty();
            assertThat(answer.latency()).hasSameSizeAs(spec.entries());
        });
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void every_path_that_was_legal_then_is_compared_as_of_then(PlatformSpec spec) {
        DesignSpace space = DesignSpace.of(FACTS.asOf(THEN));

        Comparison comparison = Comparison.of(spec, FACTS, space.designs(), THEN, TODAY);

        assertThat(comparison.designs()).hasSameSizeAs(space.designs());
    }
}

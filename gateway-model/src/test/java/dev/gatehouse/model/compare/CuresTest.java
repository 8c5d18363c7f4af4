package dev.gatehouse.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.cost.Cost;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.MonthlyCostAtMost;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.DesignSpace;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.PathDifference;
import dev.gatehouse.model.unit.Money;
import dev.gatehouse.testing.Specs;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cure told is one: it is compared again, as somebody would who believed it. */
final class CuresTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Facts FACTS = Facts.bundled().asOf(TODAY);
    private static final DesignSpace SPACE = DesignSpace.of(FACTS);

    private static List<DesignAnswer> compared(PlatformSpec spec) {
        return Comparison.of(spec, FACTS, Designs.all(), TODAY, TODAY).designs();
    }

    private static List<Cure> cures(Cell cell) {
        return cell.outcome() instanceof Broken broken ? broken.cures() : List.of();
    }

    private static Design after(Cure cure, DesignAnswer own) {
        return cure.design().flatMap(SPACE::design).orElse(own.design());
    }

    private static PathAnswer tried(Cure cure, DesignAnswer own) {
        return PathAnswer.of(cure.spec().orElse(own.topology().spec()), FACTS, after(cure, own), TODAY);
    }

    private static String told(DesignAnswer own, Cell cell, Cure cure) {
        return own.design().id() + " " + cell.row() + cell.entry() + cell.model() + ": " + cure.told();
    }

    /** Whether the price of a budget's own change is open, so that nobody can say that it is kept. */
    private static boolean isOpen(Cure cure, Cell cell) {
        return cell.row().equals("monthly-cost") && cure.unpriced().isPresent();
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void a_cure_keeps_its_cell(PlatformSpec spec) {
        for (DesignAnswer own : compared(spec)) {
            for (Cell cell : own.cells()) {
                for (Cure cure : cures(cell)) {
                    if (cure.design().isEmpty() && cure.spec().isEmpty()) {
                        Money saved = cure.perMonth().orElseThrow();
                        assertThat(own.cost().known().plus(saved).amount())
                                .isLessThanOrEqualTo(spec.requirements(MonthlyCostAtMost.class)
                                        .get(0)
                                        .atMost()
                                        .amount());
                        continue;
                    }
                    List<Cell> same = same(tried(cure, own).cells(), cell);
                    assertThat(same)
                            .as(told(own, cell, cure))
                            .isNotEmpty()
                            .allSatisfy(then -> assertThat(then.state())
                                    .matches(
                                            state -> state.isKept() || (isOpen(cure, cell) && state == State.UNKNOWN)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void a_cure_loses_nothing_that_the_design_keeps(PlatformSpec spec) {
        for (DesignAnswer own : compared(spec)) {
            for (Cell cell : own.cells()) {
                for (Cure cure : cures(cell)) {
                    PathAnswer then = tried(cure, own);
                    for (Cell kept : own.cells()) {
                        if (kept.state().isKept()) {
                            assertThat(same(then.cells(), kept))
                                    .as(told(own, cell, cure))
                                    .allSatisfy(now -> assertThat(now.state())
                                            .matches(state ->
                                                    state.isKept() || (isOpen(cure, kept) && state == State.UNKNOWN)));
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void the_price_of_a_cure_is_the_difference_of_the_two_totals(PlatformSpec spec) {
        for (DesignAnswer own : compared(spec)) {
            for (Cell cell : own.cells()) {
                for (Cure cure : cures(cell)) {
                    Cost then =
                            Cost.unshared(after(cure, own).realize(cure.spec().orElse(spec), FACTS));
                    Optional<Money> one = own.cost().perMonth();
                    Optional<Money> other = then.perMonth();
                    assertThat(cure.perMonth().isPresent())
                            .as(told(own, cell, cure))
                            .isNotEqualTo(cure.unpriced().isPresent());
                    boolean isReckoned =
                            cure.design().isPresent() || cure.spec().isPresent();
                    if (isReckoned
                            && one.isPresent()
                            && other.isPresent()
                            && cure.perMonth().isPresent()) {
                        assertThat(cure.perMonth().orElseThrow().amount())
                                .as(told(own, cell, cure))
                                .isEqualByComparingTo(other.get()
                                        .plus(one.get().negated())
                                        .amount()
                                        .setScale(2, RoundingMode.HALF_UP));
                    }
                }
            }
        }
    }

    /** All cells that answer the same question, however the models fall together on either path. */
    private static List<Cell> same(List<Cell> cells, Cell cell) {
        return cells.stream()
                .filter(other -> other.row().equals(cell.row())
                        && other.entry().equals(cell.entry())
                        && (cell.model().isEmpty()
                                || other.model().isEmpty()
                                || other.model().equals(cell.model())))
                .toList();
    }

    static List<PlatformSpec> every_example() {
        return List.copyOf(Specs.examples().values());
    }

    /** No legal path that is nearer than those told keeps the cell and loses nothing. */
    @ParameterizedTest
    @MethodSource("every_example")
    void no_path_nearer_than_those_told_would_do(PlatformSpec spec) {
        for (DesignAnswer own : compared(spec)) {
            for (Cell cell : own.cells()) {
                int nearest = cures(cell).stream()
                        .filter(cure -> cure.spec().isEmpty())
                        .flatMap(cure -> cure.design().flatMap(SPACE::design).stream())
                        .mapToInt(design -> PathDifference.steps(own.design().path(), design.path()))
                        .min()
                        .orElse(cell.state() == State.BROKEN ? NearPaths.FARTHEST + 1 : 0);
                SPACE.near(own.design()).stream()
                        .filter(near -> near.steps() < nearest)
                        .forEach(near -> {
                            PathAnswer path = PathAnswer.of(spec, FACTS, near.design(), TODAY);
                            boolean keeps = same(path.cells(), cell).stream()
                                    .allMatch(there -> there.state().isKept());
                            boolean loses = own.cells().stream()
                                    .filter(kept -> kept.state().isKept())
                                    .flatMap(kept -> same(path.cells(), kept).stream())
                                    .anyMatch(there -> !there.state().isKept());
                            assertThat(keeps && !loses)
                                    .as(own.design().id() + " " + cell.row() + " by "
                                            + near.design().id())
                                    .isFalse();
                        });
            }
        }
    }

    @Test
    void where_only_money_stands_against_it_the_cure_says_what_to_allow() {
        Cell firewall = compared(Specs.riskModels()).get(2).row("web-firewall").get(0);

        assertThat(cures(firewall)).isNotEmpty().allSatisfy(cure -> {
            assertThat(cure.text()).startsWith("put an ALB with a web ACL in front of Ambassador, and allow ");
            assertThat(cure.design()).isPresent();
            assertThat(cure.spec()).isPresent();
        });
    }
}

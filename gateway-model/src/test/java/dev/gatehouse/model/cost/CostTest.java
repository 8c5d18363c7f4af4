package dev.gatehouse.model.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.Load;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.unit.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every design and platform. */
final class CostTest {
    private static final Facts FACTS = Facts.bundled();
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private static List<Cost> costs(PlatformSpec spec, Facts facts) {
        return Designs.all().stream()
                .map(design -> Cost.of(design.realize(spec, facts)))
                .toList();
    }

    private static Money sum(java.util.stream.Stream<Money> amounts) {
        return amounts.reduce(Money.ofDollars(0), Money::plus);
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void lines_add_up_to_the_total_and_shares_to_their_line(PlatformSpec spec) {
        for (Cost cost : costs(spec, FACTS)) {
            assertThat(cost.items())
                    .isNotEmpty()
                    .allSatisfy(line -> line.amount().ifPresent(amount -> {
                        assertThat(amount).isEqualTo(line.rate().orElseThrow().times(line.quantity()));
                        assertThat(sum(line.models().values().stream())).isEqualTo(amount);
                        assertThat(line.models().keySet())
                                .containsExactlyElementsOf(
                                        spec.models().stream().map(Model::name).toList());
                    }));
            assertThat(sum(cost.perModel().values().stream())).isEqualTo(cost.known());
            cost.perMonth()
                    .ifPresent(total -> assertThat(sum(cost.items().stream().flatMap(line -> line.amount().stream())))
                            .isEqualTo(total));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void nothing_is_negative_and_every_amount_has_evidence(PlatformSpec spec) {
        for (Cost cost : costs(spec, FACTS)) {
            assertThat(cost.items()).allSatisfy(line -> {
                assertThat(line.quantity().signum()).isNotNegative();
                assertThat(line.text()).isNotBlank();
                assertThat(line.evidence().isPresent() || line.amount().isEmpty())
                        .as("evidence of %s", line.text())
                        .isTrue();
                assertThat(line.amount().isEmpty()).isEqualTo(line.missing().isPresent());
                assertThat(line.models().values())
                        .allSatisfy(share -> assertThat(share.amount().signum()).isNotNegative());
            });
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void unknown_prices_make_the_total_unknown(PlatformSpec spec) {
        for (Cost cost : costs(spec, FACTS)) {
            assertThat(cost.perMonth().isEmpty())
                    .isEqualTo(
                            cost.items().stream().anyMatch(line -> line.amount().isEmpty()));
        }
        assertThat(costs(spec, FACTS.asOf(LocalDate.of(2020, 11, 19)))).allSatisfy(cost -> {
            assertThat(cost.perMonth()).isEmpty();
            assertThat(cost.known()).isEqualTo(Money.ofDollars(0));
        });
        assertThat(costs(moved(spec, "ap-south-1"), FACTS))
                .allSatisfy(cost -> assertThat(cost.perMonth()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void double_the_load_never_costs_less_nor_more_than_double(PlatformSpec spec) {
        PlatformSpec doubled = doubled(spec);
        for (Design design : Designs.all()) {
            Money once = Cost.of(design.realize(spec, FACTS)).known();
            Money twice = Cost.of(design.realize(doubled, FACTS)).known();

            assertThat(twice).isGreaterThanOrEqualTo(once).isLessThanOrEqualTo(once.times(TWO));
        }
    }

    private static PlatformSpec moved(PlatformSpec spec, String region) {
        return with(spec, region, spec.models());
    }

    private static PlatformSpec doubled(PlatformSpec spec) {
        return with(
                spec,
                spec.region(),
                spec.models().stream().map(CostTest::doubled).toList());
    }

    private static PlatformSpec with(PlatformSpec spec, String region, List<Model> models) {
        return new PlatformSpec(
                spec.name(),
                region,
                spec.zones(),
                spec.network(),
                spec.cluster(),
                spec.tags(),
                spec.facts(),
                spec.entries(),
                spec.consumers(),
                models,
                spec.requirements(),
                spec.keepers(),
                spec.waivers(),
                spec.patches());
    }

    private static Model doubled(Model model) {
        Load load = model.load();
        return new Model(
                model.name(),
                model.service(),
                model.path(),
                model.entries(),
                model.protocol(),
                model.headers(),
                model.answers(),
                model.stream(),
                new Load(
                        load.average().times(TWO),
                        load.peak().times(TWO),
                        load.request(),
                        load.response(),
                        load.contentType(),
                        load.connections()),
                model.canary(),
                model.shadow(),
                model.retry());
    }
}

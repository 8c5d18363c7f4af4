package dev.gatehouse.model.cost;

import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A platform with one model more. */
final class OneMoreModel {
    private OneMoreModel() {}

    /** The middle one by bytes an hour, of two the smaller: bytes cost more than requests do. */
    static Model typical(PlatformSpec spec) {
        List<Model> sorted = spec.models().stream()
                .sorted(Comparator.comparing(OneMoreModel::bytes).thenComparing(Model::name))
                .toList();
        return sorted.get((sorted.size() - 1) / 2);
    }

    private static BigDecimal bytes(Model model) {
        return model.load()
                .average()
                .perHour()
                .multiply(BigDecimal.valueOf(
                        model.load().request().bytes() + model.load().response().bytes()));
    }

    /** How much more the platform costs with a copy of {@code model}; empty if that hangs on something unknown. */
    static Optional<Money> cost(Topology topology, Model model, CostTerms terms) {
        Topology more = topology.design().realize(with(topology.spec(), copy(model)), topology.facts());
        List<LineItem> before = lines(topology, terms);
        List<LineItem> after = lines(more, terms);
        return unknown(before).equals(unknown(after))
                ? Optional.of(sum(after).plus(sum(before).times(BigDecimal.ONE.negate())))
                : Optional.empty();
    }

    private static List<LineItem> lines(Topology topology, CostTerms terms) {
        return new CostFold(new Bill(topology, terms, Traffic.of(topology))).lines();
    }

    private static List<String> unknown(List<LineItem> lines) {
        return lines.stream()
                .filter(line -> line.amount().isEmpty())
                .map(line -> line.hop() + " " + line.item() + " " + line.quantity())
                .toList();
    }

    private static Money sum(List<LineItem> lines) {
        return lines.stream().flatMap(line -> line.amount().stream()).reduce(Money.ofDollars(0), Money::plus);
    }

    private static Model copy(Model model) {
        return new Model(
                model.name() + "-copy",
                model.service(),
                model.path(),
                model.entries(),
                model.protocol(),
                model.headers(),
                model.answers(),
                model.stream(),
                model.load(),
                model.canary(),
                model.shadow(),
                model.retry());
    }

    private static PlatformSpec with(PlatformSpec spec, Model copy) {
        List<Model> models = new ArrayList<>(spec.models());
        models.add(copy);
        return new PlatformSpec(
                spec.name(),
                spec.region(),
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
}

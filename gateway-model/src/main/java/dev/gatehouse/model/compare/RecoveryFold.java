package dev.gatehouse.model.compare;

import dev.gatehouse.model.availability.Availability;
import dev.gatehouse.model.availability.Circumstances;
import dev.gatehouse.model.cost.Cost;
import dev.gatehouse.model.cost.LineItem;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a lost zone and a lost Region cost, in numbers. */
final class RecoveryFold {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private RecoveryFold() {}

    static List<Measure> measures(Topology topology, EntryPath path) {
        List<Measure> measures = new ArrayList<>();
        measures.add(loadOfTheOthers(topology));
        oneZoneLeft(topology, path).ifPresent(measures::add);
        standingBy(topology).ifPresent(measures::add);
        return measures;
    }

    /** With three zones each of the two that are left carries 150 % of what it did. */
    private static Measure loadOfTheOthers(Topology topology) {
        BigDecimal zones = BigDecimal.valueOf(topology.spec().zones());
        return Measure.ofSpec(
                "lost-zone-load",
                zones.multiply(HUNDRED)
                        .divide(zones.subtract(BigDecimal.ONE), 0, RoundingMode.HALF_UP)
                        .toPlainString(),
                "%");
    }

    private static Optional<Measure> oneZoneLeft(Topology topology, EntryPath path) {
        Availability left =
                Availability.of(topology, path, Circumstances.of(topology, path).inOneZone());
        return left.percent()
                .map(percent -> new Measure(
                        "one-zone-availability", Optional.empty(), percent.toPlainString(), "%", left.facts()));
    }

    /** What the same path in a second Region costs while it waits: what is charged without any request. */
    private static Optional<Measure> standingBy(Topology topology) {
        List<LineItem> standing = Cost.standing(topology);
        String least = standing.stream().anyMatch(line -> line.amount().isEmpty()) ? ", at least" : "";
        List<Fact> facts = standing.stream()
                .flatMap(line -> line.facts().stream())
                .distinct()
                .toList();
        return standing.stream()
                .flatMap(line -> line.amount().stream())
                .reduce(Money::plus)
                .map(sum -> new Measure(
                        "second-region",
                        Optional.empty(),
                        sum.amount().setScale(2, RoundingMode.HALF_UP).toPlainString(),
                        sum.currency() + " a month" + least,
                        facts));
    }
}

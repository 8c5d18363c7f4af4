package dev.gatehouse.model.cost;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.Known;
import dev.gatehouse.model.unit.Division;
import dev.gatehouse.model.unit.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a balancer is used for in an hour, in its capacity units: the largest of its dimensions, which do not add.
 *
 * <p>At 1.08 GB an hour, one new connection a second and 120 open ones an ALB uses 1.08 units: 1.08 by bytes, 0.04 by
 * new connections and 0.04 by open ones.
 *
 * @param dimensions what each dimension comes to
 */
record CapacityUnits(List<Dim> dimensions) {
    /**
     * One dimension.
     *
     * @param name in words
     * @param units how many units its use takes
     * @param fact what one unit holds
     */
    record Dim(String name, BigDecimal units, Fact fact) {}

    CapacityUnits {
        dimensions = List.copyOf(dimensions);
    }

    static CapacityUnits none() {
        return new CapacityUnits(List.of());
    }

    /**
     * The same with one more dimension.
     *
     * @throws dev.gatehouse.model.fact.MissingFactException if what a unit holds is not known
     */
    CapacityUnits with(Known known, HopKind balancer, String fact, String name, BigDecimal use) {
        Fact holds = known.facts().require(balancer.id(), fact, known.spec().region());
        BigDecimal capacity = holds.value().map(CapacityUnits::number).orElseThrow();
        List<Dim> more = new ArrayList<>(dimensions);
        more.add(new Dim(name, Division.of(use, capacity), holds));
        return new CapacityUnits(more);
    }

    private static BigDecimal number(Quantity quantity) {
        return switch (quantity.dimension()) {
            case SIZE -> BigDecimal.valueOf(quantity.toDataSize().bytes());
            case RATE -> quantity.toRate().perSecond();
            default -> quantity.toCount();
        };
    }

    /** The dimension that rules; empty if none is known. */
    Optional<Dim> ruling() {
        return dimensions.stream().max(Comparator.comparing(Dim::units));
    }

    /** The units of an hour. */
    BigDecimal perHour() {
        return ruling().map(Dim::units).orElse(BigDecimal.ZERO);
    }

    /** The units of so many hours. */
    Usage usage(BigDecimal hours) {
        return Usage.largest(dimensions.stream().map(Dim::units).toList(), hours);
    }

    /** Which dimension rules, what the others come to, and what is used at the peak, which is not charged. */
    String described(CapacityUnits peak) {
        return ruling().map(ruling -> "capacity units by " + ruling.name() + ": " + rounded(ruling.units()) + " an hour"
                        + dimensions.stream()
                                .filter(other -> !other.equals(ruling))
                                .map(other -> ", " + rounded(other.units()) + " by " + other.name())
                                .reduce("", String::concat)
                        + peak.ruling()
                                .map(most -> "; at the peak " + rounded(most.units()) + " by " + most.name())
                                .orElse(""))
                .orElse("capacity units");
    }

    private static String rounded(BigDecimal units) {
        return units.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    /** What the ruling dimension's unit holds. */
    List<Fact> basis() {
        return ruling().map(ruling -> List.of(ruling.fact())).orElse(List.of());
    }
}

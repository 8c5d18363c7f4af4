package dev.gatehouse.model.cost;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.MissingFactException;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.Known;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Division;
import dev.gatehouse.model.unit.Quantity;
import java.math.BigDecimal;
import java.util.function.Supplier;

/**
 * What charges are reckoned from.
 *
 * @param topology the design
 * @param terms the month
 * @param traffic all of it, or without a model whose part is asked for
 */
record Bill(Topology topology, CostTerms terms, Traffic traffic) {
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal BOTH_ENDS = BigDecimal.valueOf(2);

    Known known() {
        return topology.known();
    }

    BigDecimal zones() {
        return BigDecimal.valueOf(topology.spec().zones());
    }

    BigDecimal perMonth(BigDecimal perHour) {
        return perHour.multiply(terms.hours());
    }

    static BigDecimal perHour(BigDecimal perSecond) {
        return perSecond.multiply(SECONDS_PER_HOUR);
    }

    static BigDecimal perSecond(BigDecimal perHour) {
        return Division.of(perHour, SECONDS_PER_HOUR);
    }

    /**
     * A fact without which a charge can't be told.
     *
     * @throws MissingFactException if it is not known; {@link #charge} makes that an unknown charge
     */
    Fact need(HopKind kind, String id) {
        return known().facts().require(kind.id(), id, topology.spec().region());
    }

    static BigDecimal count(Fact fact) {
        return fact.value().map(Quantity::toCount).orElseThrow();
    }

    /** A charge, unknown if a fact that it needs is. */
    Charge charge(HopKind hop, String item, Supplier<Charge> charge) {
        try {
            return charge.get();
        } catch (MissingFactException e) {
            return Charge.unknown(hop, item, "the fact " + e.id());
        }
    }

    /** An hour's price for each hour of the month. */
    Charge hours(HopKind hop, String text) {
        return Charge.of(hop, "hour", text, terms.hours());
    }

    /** A public IPv4 address per zone. */
    Charge addresses(HopKind hop) {
        return Charge.ofNetwork(
                hop, "public-address", zones() + " public IPv4 addresses, one per zone", perMonth(zones()));
    }

    /** What crosses from zone to zone behind a hop that spreads requests over all of them: paid for at both ends. */
    Charge crossZone(HopKind hop, BigDecimal bytesPerHour) {
        Fact crossing = need(hop, "crossing");
        BigDecimal share = crossing.value().map(Quantity::toShare).orElseThrow().fraction();
        BigDecimal leaving = zones().subtract(BigDecimal.ONE).multiply(share);
        BigDecimal bytes =
                Division.of(perMonth(bytesPerHour).multiply(BOTH_ENDS).multiply(leaving), zones());
        return Charge.ofNetwork(
                hop,
                "cross-zone",
                "bytes to another zone, " + leaving.stripTrailingZeros().toPlainString() + " of " + zones()
                        + " zones, paid for at both ends",
                bytes,
                crossing);
    }
}

package dev.gatehouse.model.cost;

import static dev.gatehouse.model.hop.HopKind.APPLICATION_LOAD_BALANCER;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.ApplicationLoadBalancer;
import dev.gatehouse.model.hop.Exposure;
import dev.gatehouse.model.spec.MutualTls;
import dev.gatehouse.model.topology.Known;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Its hours, its capacity units, an address per zone where it is public, and trust stores. */
final class ApplicationBalancerCost {
    private ApplicationBalancerCost() {}

    static List<Charge> charges(Bill bill, ApplicationLoadBalancer hop) {
        List<Charge> charges = new ArrayList<>();
        charges.add(bill.hours(APPLICATION_LOAD_BALANCER, "one balancer"));
        charges.add(bill.charge(APPLICATION_LOAD_BALANCER, "capacity-unit", () -> capacity(bill, hop)));
        if (hop.exposure() == Exposure.INTERNET) {
            charges.add(bill.addresses(APPLICATION_LOAD_BALANCER));
        }
        charges.add(Charge.of(
                APPLICATION_LOAD_BALANCER,
                "trust-store",
                "trust stores for client certificates",
                bill.perMonth(BigDecimal.valueOf(trustStores(bill)))));
        charges.addAll(AccessLogCost.toBucket(
                bill, APPLICATION_LOAD_BALANCER, bill.traffic().through(hop)));
        return charges;
    }

    private static long trustStores(Bill bill) {
        return bill.topology().spec().entries().stream()
                .filter(entry -> bill.topology().keeps(APPLICATION_LOAD_BALANCER, MutualTls.class, entry))
                .count();
    }

    private static Charge capacity(Bill bill, ApplicationLoadBalancer hop) {
        Traffic traffic = bill.traffic().through(hop);
        CapacityUnits units = units(bill, traffic);
        return Charge.of(
                APPLICATION_LOAD_BALANCER,
                "capacity-unit",
                units.described(units(bill, traffic.atPeak())),
                units.usage(bill.terms().hours()),
                units.basis().toArray(Fact[]::new));
    }

    private static CapacityUnits units(Bill bill, Traffic traffic) {
        Traffic.Connections connections = traffic.connections(bill.known());
        return units(
                bill.known(),
                connections.opened(),
                connections.open(),
                traffic.bytes(),
                Bill.perSecond(traffic.requests()),
                RuleCounts.ofApplicationBalancer(bill.topology()),
                trustStores(bill) > 0);
    }

    /**
     * The units of an hour.
     *
     * @param opened new connections a second
     * @param open connections at once
     * @param bytes in both directions, an hour
     * @param requests a second
     * @param rules that a request may have to be held against
     */
    static CapacityUnits units(
            Known known,
            BigDecimal opened,
            BigDecimal open,
            BigDecimal bytes,
            BigDecimal requests,
            long rules,
            boolean mutualTls) {
        Fact free = known.facts()
                .require(
                        APPLICATION_LOAD_BALANCER.id(),
                        "unit-free-rules",
                        known.spec().region());
        BigDecimal counted =
                BigDecimal.valueOf(rules).subtract(Bill.count(free)).max(BigDecimal.ZERO);
        return CapacityUnits.none()
                .with(known, APPLICATION_LOAD_BALANCER, "unit-bytes", "bytes", bytes)
                .with(known, APPLICATION_LOAD_BALANCER, "unit-new-connections", "new connections", opened)
                .with(
                        known,
                        APPLICATION_LOAD_BALANCER,
                        mutualTls ? "unit-active-connections-mutual-tls" : "unit-active-connections",
                        "open connections",
                        open)
                .with(
                        known,
                        APPLICATION_LOAD_BALANCER,
                        "unit-rule-evaluations",
                        "rule evaluations",
                        counted.multiply(requests));
    }
}

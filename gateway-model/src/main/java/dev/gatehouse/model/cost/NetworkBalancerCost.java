package dev.gatehouse.model.cost;

import static dev.gatehouse.model.hop.HopKind.NETWORK_LOAD_BALANCER;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.model.topology.Known;
import dev.gatehouse.model.topology.SeamPort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Its hours, its capacity units by protocol, an address per zone where it is public, and bytes between zones. */
final class NetworkBalancerCost {
    private NetworkBalancerCost() {}

    /** @param id {@code public} or {@code private} as in the seam, or {@code front}: a design may have more than one */
    static List<Charge> charges(Bill bill, NetworkLoadBalancer hop, String id) {
        Traffic traffic = bill.traffic().through(hop);
        List<Charge> charges = new ArrayList<>();
        charges.add(bill.hours(NETWORK_LOAD_BALANCER, "one balancer, " + id));
        charges.add(units(bill, "capacity-unit", traffic.only(flow -> !endsTls(bill, hop, flow)), false));
        charges.add(units(bill, "capacity-unit-tls", traffic.only(flow -> endsTls(bill, hop, flow)), true));
        if (hop.fixedAddresses()) {
            charges.add(bill.addresses(NETWORK_LOAD_BALANCER));
        }
        charges.add(bill.charge(
                NETWORK_LOAD_BALANCER, "cross-zone", () -> bill.crossZone(NETWORK_LOAD_BALANCER, traffic.bytes())));
        return charges.stream()
                .map(charge -> charge.named(id + "-" + charge.item()))
                .toList();
    }

    /** Only the balancer whose targets are pods ends TLS; one in front of an ALB passes it on. */
    private static boolean endsTls(Bill bill, NetworkLoadBalancer hop, Flow flow) {
        return !hop.inFrontOfAlb()
                && bill.topology()
                        .seam()
                        .port(flow.path().entry().name(), flow.model().name())
                        .map(SeamPort::terminatesTls)
                        .orElse(false);
    }

    private static Charge units(Bill bill, String item, Traffic traffic, boolean tls) {
        return bill.charge(NETWORK_LOAD_BALANCER, item, () -> {
            CapacityUnits units = units(bill.known(), traffic, tls);
            return Charge.of(
                            NETWORK_LOAD_BALANCER,
                            "capacity-unit",
                            units.described(units(bill.known(), traffic.atPeak(), tls))
                                    + (tls ? " (TLS listeners)" : " (TCP listeners)"),
                            units.usage(bill.terms().hours()),
                            units.basis().toArray(Fact[]::new))
                    .named(item);
        });
    }

    private static CapacityUnits units(Known known, Traffic traffic, boolean tls) {
        Traffic.Connections connections = traffic.connections(known);
        return units(known, connections.opened(), connections.open(), traffic.bytes(), tls);
    }

    /**
     * The units of an hour.
     *
     * @param opened new connections a second
     * @param open connections at once
     * @param bytes in both directions, an hour
     */
    static CapacityUnits units(Known known, BigDecimal opened, BigDecimal open, BigDecimal bytes, boolean tls) {
        String suffix = tls ? "-tls" : "";
        return CapacityUnits.none()
                .with(known, NETWORK_LOAD_BALANCER, "unit-bytes", "bytes", bytes)
                .with(known, NETWORK_LOAD_BALANCER, "unit-new-connections" + suffix, "new connections", opened)
                .with(known, NETWORK_LOAD_BALANCER, "unit-active-connections" + suffix, "open connections", open);
    }
}

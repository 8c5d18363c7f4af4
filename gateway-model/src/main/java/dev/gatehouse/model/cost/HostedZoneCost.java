package dev.gatehouse.model.cost;

import static dev.gatehouse.model.hop.HopKind.HOSTED_ZONE;

import dev.gatehouse.model.hop.HostedZone;
import dev.gatehouse.model.spec.Zone;
import java.math.BigDecimal;
import java.util.List;

/** A zone for each apex, and queries for aliases. */
final class HostedZoneCost {
    private HostedZoneCost() {}

    static List<Charge> charges(Bill bill, HostedZone hop) {
        return List.of(
                Charge.of(HOSTED_ZONE, "zone", "hosted zones", zones(bill)),
                bill.charge(HOSTED_ZONE, "alias-query", () -> queries(bill, hop)));
    }

    private static BigDecimal zones(Bill bill) {
        long apexes = bill.topology().spec().entries().stream()
                .flatMap(entry -> entry.zone().stream())
                .map(Zone::apex)
                .distinct()
                .count();
        return BigDecimal.valueOf(Math.max(1, apexes));
    }

    private static Charge queries(Bill bill, HostedZone hop) {
        Traffic.Connections connections = bill.traffic().through(hop).connections(bill.known());
        BigDecimal perHour = Bill.perHour(connections.opened());
        return Charge.of(
                HOSTED_ZONE,
                "alias-query",
                "queries for aliases, at most one a connection",
                bill.perMonth(perHour),
                connections.basis().get(0));
    }
}

package dev.gatehouse.model.cost;

import static dev.gatehouse.model.hop.HopKind.AMBASSADOR;

import dev.gatehouse.model.hop.Ambassador;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Pods of the ingress and of services that it asks, and bytes between zones, shadow copies included. */
final class IngressCost {
    private IngressCost() {}

    static List<Charge> charges(Bill bill, Ambassador hop) {
        Traffic traffic = bill.traffic().through(hop);
        List<Charge> charges = new ArrayList<>();
        charges.add(PodCost.charge(bill, "", "the ingress", traffic));
        charges.addAll(SideServiceCost.charges(bill, traffic));
        charges.add(bill.charge(AMBASSADOR, "cross-zone", () -> bill.crossZone(AMBASSADOR, bytes(traffic))));
        return charges;
    }

    private static BigDecimal bytes(Traffic traffic) {
        return traffic.bytes()
                .add(traffic.sum(flow -> flow.model()
                        .shadow()
                        .map(shadow -> flow.requestBytes().multiply(BigDecimal.valueOf(shadow.percent(), 2)))
                        .orElse(BigDecimal.ZERO)));
    }
}

package dev.gatehouse.model.cost;

import static dev.gatehouse.model.hop.HopKind.AMBASSADOR;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.Ambassador;
import dev.gatehouse.model.unit.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Pods of the ingress, as many as its peak and its zones need, and bytes between zones, shadow copies included. */
final class IngressCost {
    private IngressCost() {}

    static List<Charge> charges(Bill bill, Ambassador hop) {
        Traffic traffic = bill.traffic().through(hop);
        return List.of(
                bill.charge(AMBASSADOR, "pod-hour", () -> pods(bill, traffic)),
                bill.charge(AMBASSADOR, "cross-zone", () -> bill.crossZone(AMBASSADOR, bytes(traffic))));
    }

    private static Charge pods(Bill bill, Traffic traffic) {
        Fact perZone = bill.need(AMBASSADOR, "pods-per-zone");
        Fact perPod = bill.need(AMBASSADOR, "requests-per-pod");
        BigDecimal capacity = perPod.value().map(Quantity::toRate).orElseThrow().perHour();
        BigDecimal forPeak = traffic.peakRequests().divide(capacity, MathContext.DECIMAL128);
        List<BigDecimal> either = List.of(Bill.count(perZone).multiply(bill.zones()), forPeak);
        BigDecimal pods = Usage.wholes(either, BigDecimal.ONE).quantity();
        return Charge.of(
                AMBASSADOR,
                "pod-hour",
                pods.stripTrailingZeros().toPlainString() + " pods of the ingress",
                Usage.wholes(either, bill.terms().hours()),
                perZone,
                perPod);
    }

    private static BigDecimal bytes(Traffic traffic) {
        return traffic.bytes()
                .add(traffic.sum(flow -> flow.model()
                        .shadow()
                        .map(shadow -> flow.requestBytes().multiply(BigDecimal.valueOf(shadow.percent(), 2)))
                        .orElse(BigDecimal.ZERO)));
    }
}

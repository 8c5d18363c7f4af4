package dev.gatehouse.model.cost;

import static dev.gatehouse.model.hop.HopKind.AMBASSADOR;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.unit.Division;
import dev.gatehouse.model.unit.Quantity;
import java.math.BigDecimal;
import java.util.List;

/** Pods in the cluster: as many as the peak of what they serve and the zones need, at the price of the ingress's. */
final class PodCost {
    private PodCost() {}

    /**
     * The pods of a service.
     *
     * @param prefix in front of the names of its facts and of its line: empty for the ingress itself
     * @param service its name in words
     */
    static Charge charge(Bill bill, String prefix, String service, Traffic traffic) {
        return bill.charge(AMBASSADOR, prefix + "pod-hour", () -> pods(bill, prefix, service, traffic));
    }

    private static Charge pods(Bill bill, String prefix, String service, Traffic traffic) {
        Fact perZone = bill.need(AMBASSADOR, prefix + "pods-per-zone");
        Fact perPod = bill.need(AMBASSADOR, prefix + "requests-per-pod");
        BigDecimal capacity = perPod.value().map(Quantity::toRate).orElseThrow().perHour();
        BigDecimal forPeak = Division.of(traffic.peakRequests(), capacity);
        List<BigDecimal> either = List.of(Bill.count(perZone).multiply(bill.zones()), forPeak);
        BigDecimal pods = Usage.wholes(either, BigDecimal.ONE).quantity();
        return Charge.of(
                        AMBASSADOR,
                        "pod-hour",
                        pods.stripTrailingZeros().toPlainString() + " pods of " + service,
                        Usage.wholes(either, bill.terms().hours()),
                        perZone,
                        perPod)
                .named(prefix + "pod-hour");
    }
}

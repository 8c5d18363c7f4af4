package dev.gatehouse.model.cost;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.unit.Quantity;
import java.math.BigDecimal;
import java.util.List;

/** Answers that leave for the internet, at the hop where they leave. */
final class DataOutCost {
    private DataOutCost() {}

    static List<Charge> charges(Bill bill) {
        Traffic leaving = bill.traffic().only(flow -> flow.path().entry().isPublic());
        return bill.topology().paths().stream()
                .filter(path -> path.entry().isPublic())
                .map(EntryPath::entrance)
                .map(Hop::kind)
                .distinct()
                .map(hop -> bill.charge(hop, "data-out", () -> charge(bill, hop, leaving.responseBytes())))
                .toList();
    }

    private static Charge charge(Bill bill, HopKind hop, BigDecimal bytesPerHour) {
        BigDecimal bytes = bill.perMonth(bytesPerHour);
        if (hop.equals(HopKind.CLOUDFRONT)) {
            return Charge.of(hop, "data-out", "answers to the internet from the edge", bytes);
        }
        if (!bill.terms().freeDataOut()) {
            return Charge.ofNetwork(hop, "data-out", "answers to the internet", bytes);
        }
        Fact free = bill.known().facts().require(Charge.NETWORK, "data-out-free");
        BigDecimal freeBytes = BigDecimal.valueOf(
                free.value().map(Quantity::toDataSize).orElseThrow().bytes());
        return Charge.ofNetwork(
                hop,
                "data-out",
                "answers to the internet, without the free " + free.value().orElseThrow(),
                Usage.largest(List.of(BigDecimal.ZERO, bytes.subtract(freeBytes)), BigDecimal.ONE),
                free);
    }
}

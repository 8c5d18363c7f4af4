package dev.gatehouse.model.cost;

import static dev.gatehouse.model.hop.HopKind.GLOBAL_ACCELERATOR;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.GlobalAccelerator;
import java.math.BigDecimal;
import java.util.List;

/** Its hours, its own addresses, and a premium on whichever direction carries more. */
final class AcceleratorCost {
    private AcceleratorCost() {}

    static List<Charge> charges(Bill bill, GlobalAccelerator hop) {
        return List.of(
                bill.hours(GLOBAL_ACCELERATOR, "one accelerator"),
                bill.charge(GLOBAL_ACCELERATOR, "public-address", () -> addresses(bill)),
                premium(bill, bill.traffic().through(hop)));
    }

    private static Charge addresses(Bill bill) {
        Fact addresses = bill.need(GLOBAL_ACCELERATOR, "addresses");
        BigDecimal count = Bill.count(addresses);
        return Charge.ofNetwork(
                GLOBAL_ACCELERATOR,
                "public-address",
                "its " + count.toPlainString() + " fixed addresses",
                bill.perMonth(count),
                addresses);
    }

    private static Charge premium(Bill bill, Traffic traffic) {
        boolean uploads = traffic.requestBytes().compareTo(traffic.responseBytes()) >= 0;
        return Charge.of(
                GLOBAL_ACCELERATOR,
                "premium",
                "bytes of the dominant direction, which is " + (uploads ? "in" : "out"),
                Usage.largest(
                        List.of(traffic.requestBytes(), traffic.responseBytes()),
                        bill.terms().hours()));
    }
}

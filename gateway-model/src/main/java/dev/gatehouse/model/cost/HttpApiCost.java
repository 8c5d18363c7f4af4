package dev.gatehouse.model.cost;

import static dev.gatehouse.model.hop.HopKind.HTTP_API;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HttpApi;
import dev.gatehouse.model.unit.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Requests, metered in parts of 512 KB: a larger body, the request's or the answer's, counts as several. */
final class HttpApiCost {
    private HttpApiCost() {}

    static List<Charge> charges(Bill bill, HttpApi hop) {
        return List.of(bill.charge(
                HTTP_API, "request", () -> requests(bill, bill.traffic().through(hop))));
    }

    private static Charge requests(Bill bill, Traffic traffic) {
        Fact size = bill.need(HTTP_API, "request-size");
        BigDecimal part = BigDecimal.valueOf(
                size.value().map(Quantity::toDataSize).orElseThrow().bytes());
        return Charge.of(
                HTTP_API,
                "request",
                "requests, one for each started part of the larger body",
                bill.perMonth(traffic.sum(flow -> flow.average().multiply(parts(flow, part)))),
                size);
    }

    private static BigDecimal parts(Flow flow, BigDecimal part) {
        long larger = Math.max(
                flow.model().load().request().bytes(),
                flow.model().load().response().bytes());
        return BigDecimal.valueOf(larger).divide(part, 0, RoundingMode.CEILING).max(BigDecimal.ONE);
    }
}

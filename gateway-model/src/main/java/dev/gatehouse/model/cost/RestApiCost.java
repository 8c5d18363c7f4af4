package dev.gatehouse.model.cost;

import static dev.gatehouse.model.hop.HopKind.REST_API;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.RestApi;
import dev.gatehouse.model.unit.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Requests, of which a streamed answer counts once for each started part; functions that check them, and logs. */
final class RestApiCost {
    private RestApiCost() {}

    static List<Charge> charges(Bill bill, RestApi hop) {
        Traffic traffic = bill.traffic().through(hop);
        List<Charge> charges = new ArrayList<>();
        charges.add(bill.charge(REST_API, "request", () -> requests(bill, traffic)));
        charges.addAll(AuthorizerCost.charges(bill, traffic));
        charges.addAll(AccessLogCost.toLogGroup(bill, REST_API, traffic));
        return charges;
    }

    private static Charge requests(Bill bill, Traffic traffic) {
        if (traffic.flows().stream().noneMatch(flow -> flow.model().isStreamed())) {
            return Charge.of(REST_API, "request", "requests", bill.perMonth(traffic.requests()));
        }
        Fact part = bill.need(REST_API, "stream-billing");
        BigDecimal size = BigDecimal.valueOf(
                part.value().map(Quantity::toDataSize).orElseThrow().bytes());
        return Charge.of(
                REST_API,
                "request",
                "requests, a streamed answer once for each started part",
                bill.perMonth(traffic.sum(flow -> flow.average().multiply(parts(flow, size)))),
                part);
    }

    private static BigDecimal parts(Flow flow, BigDecimal size) {
        if (!flow.model().isStreamed()) {
            return BigDecimal.ONE;
        }
        return BigDecimal.valueOf(flow.model().load().response().bytes())
                .divide(size, 0, RoundingMode.CEILING)
                .max(BigDecimal.ONE);
    }
}

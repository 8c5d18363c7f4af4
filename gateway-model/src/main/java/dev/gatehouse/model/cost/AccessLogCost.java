package dev.gatehouse.model.cost;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.unit.Quantity;
import java.math.BigDecimal;
import java.util.List;

/**
 * Access logs, kept for a month. Generated files turn none on, so they cost nothing until a fact of yours says which
 * share of requests is logged.
 */
final class AccessLogCost {
    private static final String LOGS = "logs";

    private AccessLogCost() {}

    /** The logs of a hop that writes to a log group: taken in, and kept. */
    static List<Charge> toLogGroup(Bill bill, HopKind hop, Traffic traffic) {
        return List.of(
                charge(bill, hop, "access-log", "group-ingest", "lines of the access log, taken in", traffic),
                charge(bill, hop, "access-log-kept", "group-kept", "lines of the access log, kept a month", traffic));
    }

    /** The logs of a hop that writes to a bucket, which costs what it keeps. */
    static List<Charge> toBucket(Bill bill, HopKind hop, Traffic traffic) {
        return List.of(
                charge(bill, hop, "access-log-kept", "bucket-kept", "lines of the access log, kept a month", traffic));
    }

    private static Charge charge(Bill bill, HopKind hop, String item, String price, String text, Traffic traffic) {
        return bill.charge(hop, item, () -> {
            Fact share = bill.known().facts().require(LOGS, "share");
            Fact line = bill.known().facts().require(LOGS, hop.equals(HopKind.WEB_ACL) ? "line-web-acl" : "line");
            BigDecimal bytes = BigDecimal.valueOf(
                    line.value().map(Quantity::toDataSize).orElseThrow().bytes());
            BigDecimal lines = traffic.requests()
                    .multiply(share.value().map(Quantity::toShare).orElseThrow().fraction());
            return Charge.from(LOGS, hop, item, price, text, bill.perMonth(lines.multiply(bytes)), share, line);
        });
    }
}

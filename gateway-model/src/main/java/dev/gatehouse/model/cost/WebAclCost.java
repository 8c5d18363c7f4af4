package dev.gatehouse.model.cost;

import static dev.gatehouse.model.hop.HopKind.REST_API;
import static dev.gatehouse.model.hop.HopKind.WEB_ACL;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.WebAcl;
import dev.gatehouse.model.spec.WebFirewall;
import dev.gatehouse.model.topology.Duty;
import dev.gatehouse.model.unit.DataSize;
import dev.gatehouse.model.unit.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The web ACL, its rules, the requests it judges, and what rich rules and long bodies cost on top. */
final class WebAclCost {
    private final Bill bill;
    private final Traffic traffic;
    private final List<WebFirewall> firewalls;
    private final long rateRules;

    private WebAclCost(Bill bill, WebAcl hop) {
        this.bill = bill;
        this.traffic = bill.traffic().through(hop);
        List<Duty> duties = bill.topology().duties(WEB_ACL);
        this.firewalls = duties.stream()
                .map(Duty::requirement)
                .filter(WebFirewall.class::isInstance)
                .map(WebFirewall.class::cast)
                .toList();
        this.rateRules = RuleCounts.rateRules(bill.topology());
    }

    static List<Charge> charges(Bill bill, WebAcl hop) {
        return new WebAclCost(bill, hop).charges(hop);
    }

    private List<Charge> charges(WebAcl hop) {
        List<Charge> charges = new ArrayList<>();
        charges.add(Charge.of(WEB_ACL, "web-acl", "one web ACL", BigDecimal.ONE));
        charges.add(Charge.of(
                WEB_ACL,
                "rule",
                "rules and groups of rules",
                BigDecimal.valueOf(RuleCounts.ofWebAcl(bill.topology()))));
        charges.add(Charge.of(WEB_ACL, "request", "requests judged", bill.perMonth(traffic.requests())));
        if (!firewalls.isEmpty()) {
            charges.add(bill.charge(WEB_ACL, "extra-capacity", this::extraCapacity));
        }
        if (hop.attachedTo().equals(REST_API)) {
            charges.add(bill.charge(WEB_ACL, "extra-body", this::extraBodies));
        }
        charges.addAll(AccessLogCost.toLogGroup(bill, WEB_ACL, traffic));
        return charges;
    }

    /** Each started step of units above what the price includes, for every request. */
    private Charge extraCapacity() {
        Fact included = bill.need(WEB_ACL, "wcu-included");
        Fact common = bill.need(WEB_ACL, "common-rule-set-wcu");
        Fact badInputs = bill.need(WEB_ACL, "known-bad-inputs-wcu");
        Fact rate = bill.need(WEB_ACL, "rate-rule-wcu");
        Fact step = bill.need(WEB_ACL, "extra-capacity-step");
        BigDecimal used = Bill.count(common)
                .add(Bill.count(badInputs))
                .add(Bill.count(rate).multiply(BigDecimal.valueOf(rateRules)));
        BigDecimal steps = used.subtract(Bill.count(included))
                .max(BigDecimal.ZERO)
                .divide(Bill.count(step), 0, RoundingMode.CEILING);
        return Charge.of(
                WEB_ACL,
                "extra-capacity",
                "requests for each of " + steps + " started " + step.value().orElseThrow()
                        + " capacity units beyond those included",
                bill.perMonth(traffic.requests()).multiply(steps),
                included,
                common,
                badInputs,
                rate,
                step);
    }

    /** Each further step of a body that is inspected beyond the default of a REST API. */
    private Charge extraBodies() {
        Fact step = bill.need(WEB_ACL, "extra-body-step");
        BigDecimal size = BigDecimal.valueOf(
                step.value().map(Quantity::toDataSize).orElseThrow().bytes());
        BigDecimal steps = traffic.sum(
                flow -> flow.average().multiply(steps(flow.model().load().request(), size)));
        return Charge.of(
                WEB_ACL,
                "extra-body",
                "further " + step.value().orElseThrow() + " of inspected bodies",
                bill.perMonth(steps),
                step);
    }

    private BigDecimal steps(DataSize body, BigDecimal step) {
        long inspected = Math.min(body.bytes(), bill.terms().inspectedBody().bytes());
        return BigDecimal.valueOf(inspected)
                .divide(step, 0, RoundingMode.CEILING)
                .subtract(BigDecimal.ONE)
                .max(BigDecimal.ZERO);
    }
}

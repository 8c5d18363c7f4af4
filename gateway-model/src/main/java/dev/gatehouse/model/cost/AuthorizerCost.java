package dev.gatehouse.model.cost;

import static dev.gatehouse.model.hop.HopKind.REST_API;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.RateLimit;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The function of yours that a REST API asks about requests: where keys of tokens are not public, and where its plans
 * count by something else than an API key. Its own JWT authorizer costs nothing on top.
 */
final class AuthorizerCost {
    private static final String COMPUTE = "compute";
    private static final int MILLIS = 3;

    private AuthorizerCost() {}

    static List<Charge> charges(Bill bill, Traffic traffic) {
        Traffic asked = traffic.only(flow -> isAsked(bill.topology(), flow));
        if (bill.topology().paths().stream().noneMatch(path -> asks(bill.topology(), path.entry()))) {
            return List.of();
        }
        List<Charge> charges = new ArrayList<>();
        charges.add(bill.charge(REST_API, "authorizer-request", () -> requests(bill, asked)));
        charges.add(bill.charge(REST_API, "authorizer-duration", () -> duration(bill, asked)));
        return charges;
    }

    /** Whether a function checks an entry's requests; the same as in the generated templates. */
    private static boolean asks(Topology topology, Entry entry) {
        return topology.duties(REST_API).stream()
                        .anyMatch(duty -> duty.entry().equals(entry)
                                && duty.requirement() instanceof Jwt jwt
                                && jwt.jwksReach() == Entry.Reach.VPC)
                || namesConsumers(topology, entry);
    }

    private static boolean namesConsumers(Topology topology, Entry entry) {
        return topology.keeps(REST_API, RateLimit.class, entry)
                && topology.spec()
                        .consumers()
                        .identity(entry)
                        .map(identity -> identity.by() != Identity.By.API_KEY)
                        .orElse(false);
    }

    /** Whether the function is asked about a model's requests: its token is checked, or its caller counted. */
    private static boolean isAsked(Topology topology, Flow flow) {
        Entry entry = flow.path().entry();
        PlatformSpec spec = topology.spec();
        return asks(topology, entry)
                && (spec.requirement(Jwt.class, entry, flow.model()).isPresent() || namesConsumers(topology, entry));
    }

    private static Charge requests(Bill bill, Traffic asked) {
        Fact share = bill.need(REST_API, "authorizer-calls");
        return Charge.from(
                COMPUTE,
                REST_API,
                "authorizer-request",
                "function-request",
                "calls of the function that checks requests",
                bill.perMonth(calls(asked, share)),
                share);
    }

    private static Charge duration(Bill bill, Traffic asked) {
        Fact share = bill.need(REST_API, "authorizer-calls");
        Fact time = bill.need(REST_API, "authorizer-time");
        Fact memory = bill.need(REST_API, "authorizer-memory");
        BigDecimal seconds = BigDecimal.valueOf(
                        time.value().map(Quantity::toDuration).orElseThrow().toMillis())
                .movePointLeft(MILLIS);
        BigDecimal bytes = BigDecimal.valueOf(
                memory.value().map(Quantity::toDataSize).orElseThrow().bytes());
        return Charge.from(
                COMPUTE,
                REST_API,
                "authorizer-duration",
                "function-duration",
                "memory and time of the function that checks requests",
                bill.perMonth(calls(asked, share).multiply(seconds).multiply(bytes)),
                share,
                time,
                memory);
    }

    private static BigDecimal calls(Traffic asked, Fact share) {
        return asked.requests()
                .multiply(share.value().map(Quantity::toShare).orElseThrow().fraction());
    }
}

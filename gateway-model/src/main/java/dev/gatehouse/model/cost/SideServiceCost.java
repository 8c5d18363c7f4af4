package dev.gatehouse.model.cost;

import static dev.gatehouse.model.hop.HopKind.AMBASSADOR;

import dev.gatehouse.model.spec.CreatedNetwork;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.RateLimit;
import dev.gatehouse.model.spec.Requirement;
import dev.gatehouse.model.topology.Keeping;
import java.util.ArrayList;
import java.util.List;

/**
 * The services that the ingress asks about requests and that are yours to run: a limiter, and one that verifies tokens.
 * Where the keys of tokens are public and the network is created, which has no way out, a NAT gateway per zone too.
 */
final class SideServiceCost {
    private SideServiceCost() {}

    static List<Charge> charges(Bill bill, Traffic traffic) {
        List<Charge> charges = new ArrayList<>();
        if (isAsked(bill, RateLimit.class)) {
            charges.add(PodCost.charge(bill, "limiter-", "the limiter", asked(bill, traffic, RateLimit.class)));
        }
        if (isAsked(bill, Jwt.class)) {
            charges.add(PodCost.charge(bill, "token-", "the service for tokens", asked(bill, traffic, Jwt.class)));
        }
        if (fetchesPublicKeys(bill) && bill.topology().spec().network() instanceof CreatedNetwork) {
            charges.add(Charge.ofNetwork(
                    AMBASSADOR,
                    "nat-hour",
                    bill.zones() + " NAT gateways, one per zone, by which the keys of tokens are fetched",
                    bill.perMonth(bill.zones())));
        }
        return charges;
    }

    private static boolean isAsked(Bill bill, Class<? extends Requirement> type) {
        return bill.topology().duties(AMBASSADOR).stream().anyMatch(duty -> type.isInstance(duty.requirement()));
    }

    private static boolean fetchesPublicKeys(Bill bill) {
        return bill.topology().duties(AMBASSADOR).stream()
                .anyMatch(duty -> duty.requirement() instanceof Jwt jwt && jwt.jwksReach() == Entry.Reach.INTERNET);
    }

    /** The requests of models that the promise is made for, where the ingress keeps it. */
    private static Traffic asked(Bill bill, Traffic traffic, Class<? extends Requirement> type) {
        return traffic.only(flow -> bill.topology()
                .spec()
                .requirement(type, flow.path().entry(), flow.model())
                .flatMap(requirement ->
                        bill.topology().keeping(requirement, flow.path().entry()))
                .flatMap(Keeping::keeper)
                .filter(AMBASSADOR::equals)
                .isPresent());
    }
}

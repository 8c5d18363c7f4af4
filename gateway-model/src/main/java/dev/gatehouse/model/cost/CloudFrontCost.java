package dev.gatehouse.model.cost;

import static dev.gatehouse.model.hop.HopKind.CLOUDFRONT;

import dev.gatehouse.model.hop.CloudFront;
import dev.gatehouse.model.spec.FixedAddress;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Requests by HTTPS, and a list of fixed addresses where it keeps them. Bytes to clients are {@link DataOutCost}'s. */
final class CloudFrontCost {
    private CloudFrontCost() {}

    static List<Charge> charges(Bill bill, CloudFront hop) {
        List<Charge> charges = new ArrayList<>();
        charges.add(Charge.of(
                CLOUDFRONT,
                "request",
                "requests by HTTPS",
                bill.perMonth(bill.traffic().through(hop).requests())));
        boolean fixed = bill.topology().duties(CLOUDFRONT).stream()
                .anyMatch(duty -> duty.requirement() instanceof FixedAddress);
        if (fixed) {
            charges.add(Charge.of(CLOUDFRONT, "fixed-address-list", "one list of anycast addresses", BigDecimal.ONE));
        }
        return charges;
    }
}

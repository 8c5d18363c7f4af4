package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.ApplicationLoadBalancer;
import dev.gatehouse.model.hop.CloudFront;
import dev.gatehouse.model.hop.GlobalAccelerator;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.HttpApi;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.model.hop.RestApi;
import java.util.List;

/** Whose addresses callers can allow-list. Only the entrance counts: it is what they call. */
final class FixedAddressClaims extends HopClaims {
    private final Known known;
    private final HopKind entrance;

    FixedAddressClaims(Known known, EntryPath path) {
        super("is not what callers call");
        this.known = known;
        this.entrance = path.entrance().kind();
    }

    @Override
    public Claim globalAccelerator(GlobalAccelerator hop) {
        return known.can(
                HopKind.GLOBAL_ACCELERATOR,
                "fixed-address",
                "two anycast addresses for as long as the accelerator exists",
                List.of(),
                "addresses");
    }

    @Override
    public Claim networkLoadBalancer(NetworkLoadBalancer hop) {
        if (!entrance.equals(HopKind.NETWORK_LOAD_BALANCER)) {
            return new Claim.Cannot(
                    "network-load-balancer is behind " + entrance + ", which is what callers call", List.of());
        }
        return hop.fixedAddresses()
                ? known.can(
                        HopKind.NETWORK_LOAD_BALANCER,
                        "fixed-address",
                        "an Elastic IP in each of " + known.spec().zones() + " zones",
                        List.of(),
                        "addresses-per-zone")
                : known.can(
                        HopKind.NETWORK_LOAD_BALANCER,
                        "pinned-addresses",
                        "a chosen private address in each of " + known.spec().zones() + " zones",
                        List.of());
    }

    @Override
    public Claim applicationLoadBalancer(ApplicationLoadBalancer hop) {
        return entrance.equals(hop.kind())
                ? known.cannot(hop.kind(), "no-fixed-address", "the addresses of an application-load-balancer change")
                : new Claim.Cannot("application-load-balancer is behind " + entrance, List.of());
    }

    @Override
    public Claim restApi(RestApi hop) {
        return known.cannot(hop.kind(), "no-fixed-address", "the addresses of a rest-api are AWS's and change");
    }

    @Override
    public Claim httpApi(HttpApi hop) {
        return known.cannot(hop.kind(), "no-fixed-address", "the addresses of an http-api are AWS's and change");
    }

    @Override
    public Claim cloudFront(CloudFront hop) {
        return known.can(
                hop.kind(),
                "fixed-address",
                "a list of anycast addresses that AWS keeps for the account",
                List.of(Condition.yours("ask AWS for a list of anycast addresses and put the distribution on it")),
                "fixed-address-list");
    }
}

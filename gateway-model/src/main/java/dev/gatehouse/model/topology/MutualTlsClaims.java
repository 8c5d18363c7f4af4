package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.Ambassador;
import dev.gatehouse.model.hop.ApplicationLoadBalancer;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.HttpApi;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.model.hop.RestApi;
import dev.gatehouse.model.spec.Entry;
import java.util.List;
import java.util.Optional;

/** Who can verify client certificates: only where the client's own TLS arrives. */
final class MutualTlsClaims extends HopClaims {
    private final Known known;
    private final EntryPath path;
    private final int port;

    MutualTlsClaims(Known known, EntryPath path, int port) {
        super("ends no TLS");
        this.known = known;
        this.path = path;
        this.port = port;
    }

    @Override
    public Claim restApi(RestApi hop) {
        return known.can(
                hop.kind(),
                "mutual-tls",
                "the entry's own custom domain verifies client certificates",
                List.of(Condition.generated(
                        "a custom domain of its own with the legacy policy TLS_1_2, and no execute-api way round it")),
                "disable-default-endpoint");
    }

    @Override
    public Claim httpApi(HttpApi hop) {
        return known.can(
                hop.kind(),
                "mutual-tls",
                "the entry's own custom domain verifies client certificates",
                List.of(Condition.generated("a custom domain of its own, and no execute-api way round it")));
    }

    @Override
    public Claim applicationLoadBalancer(ApplicationLoadBalancer hop) {
        if (path.endsTlsBefore(hop)) {
            return ended(hop);
        }
        return known.can(
                hop.kind(),
                "mutual-tls",
                "a listener of its own, port " + port + ", verifies client certificates against a trust store",
                List.of(Condition.generated("port " + port
                        + " with a trust store of its own: a listener has one mode for all its entries")),
                "verify-listeners");
    }

    @Override
    public Claim networkLoadBalancer(NetworkLoadBalancer hop) {
        if (hop.inFrontOfAlb()) {
            return new Claim.Cannot("network-load-balancer passes TLS on to the ALB that is its target", List.of());
        }
        if (!path.entrance().kind().equals(hop.kind())) {
            return ended(hop);
        }
        Optional<HopKind> behind = path.behind(hop.kind()).map(Hop::kind);
        if (!behind.equals(Optional.of(HopKind.AMBASSADOR))) {
            return new Claim.Cannot(
                    "the ports of the network-load-balancer lead to each model for every entry, also for those whose"
                            + " clients show no certificate",
                    List.of());
        }
        if (EntryWires.balancerVerifies(known.spec())) {
            return known.can(hop.kind(), "mutual-tls", "a TLS listener verifies client certificates", List.of());
        }
        return new Claim.Unsure(
                "since when an NLB's TLS listener verifies client certificates is on no page that was found; "
                        + "keepers: { mutual-tls: network-load-balancer } relies on it",
                known.facts(hop.kind(), "mutual-tls"));
    }

    @Override
    public Claim ambassador(Ambassador hop) {
        if (path.endsTlsBefore(hop)) {
            return ended(hop);
        }
        Entry entry = path.entry();
        String namespace = known.spec().cluster().ambassador();
        return known.can(
                hop.kind(),
                "mutual-tls",
                "TLS is passed through port " + port + " to Emissary, which verifies client certificates",
                List.of(Condition.yours("the Secrets " + entry.name() + "-tls (certificate and key) and " + entry.name()
                        + "-ca (the partners' authorities) in namespace " + namespace)));
    }

    private static Claim ended(Hop hop) {
        return new Claim.Cannot("the client's TLS has ended before it reaches " + hop.kind(), List.of());
    }
}

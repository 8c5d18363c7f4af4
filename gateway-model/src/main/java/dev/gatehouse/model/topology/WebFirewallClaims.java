package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.HttpApi;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.model.hop.WebAcl;
import java.util.List;

/** Who can inspect requests. */
final class WebFirewallClaims extends HopClaims {
    private final Known known;

    WebFirewallClaims(Known known) {
        super("inspects no requests");
        this.known = known;
    }

    @Override
    public Claim webAcl(WebAcl hop) {
        return known.can(
                HopKind.WEB_ACL,
                "attaches-to-" + hop.attachedTo(),
                "a web ACL inspects requests at " + hop.attachedTo(),
                List.of(
                        Condition.generated(
                                "managed rules with the body-size rule by label, oversize handling set, no rule left to its default")),
                "web-firewall");
    }

    @Override
    public Claim httpApi(HttpApi hop) {
        return known.cannot(HopKind.WEB_ACL, "no-attachment-to-http-api", "no web ACL can be attached to an http-api");
    }

    @Override
    public Claim networkLoadBalancer(NetworkLoadBalancer hop) {
        return known.cannot(
                HopKind.WEB_ACL,
                "no-attachment-to-network-load-balancer",
                "no web ACL can be attached to a network-load-balancer");
    }
}

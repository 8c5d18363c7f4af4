package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.Ambassador;
import dev.gatehouse.model.hop.ApplicationLoadBalancer;
import dev.gatehouse.model.hop.CloudFront;
import dev.gatehouse.model.hop.GlobalAccelerator;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopVisitor;
import dev.gatehouse.model.hop.HostedZone;
import dev.gatehouse.model.hop.HttpApi;
import dev.gatehouse.model.hop.ModelService;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.model.hop.OutsideHop;
import dev.gatehouse.model.hop.RestApi;
import dev.gatehouse.model.hop.VpcLink;
import dev.gatehouse.model.hop.VpcLinkV2;
import dev.gatehouse.model.hop.WebAcl;
import java.util.List;

/** What each hop says to one kind of requirement. A hop that does not speak up can't keep it. */
abstract class HopClaims implements HopVisitor<Claim> {
    private final String promise;

    /** @param promise what a hop would do, as in "passes connections on; it checks no tokens" */
    HopClaims(String promise) {
        this.promise = promise;
    }

    @Override
    public Claim hostedZone(HostedZone hop) {
        return silent(hop, "answers names and sees no request");
    }

    @Override
    public Claim globalAccelerator(GlobalAccelerator hop) {
        return silent(hop, "passes connections on");
    }

    @Override
    public Claim webAcl(WebAcl hop) {
        return silent(hop, "judges requests by its rules");
    }

    @Override
    public Claim restApi(RestApi hop) {
        return silent(hop, "is a managed gateway");
    }

    @Override
    public Claim vpcLink(VpcLink hop) {
        return silent(hop, "passes connections on");
    }

    @Override
    public Claim httpApi(HttpApi hop) {
        return silent(hop, "is a managed gateway");
    }

    @Override
    public Claim vpcLinkV2(VpcLinkV2 hop) {
        return silent(hop, "passes connections on");
    }

    @Override
    public Claim cloudFront(CloudFront hop) {
        return silent(hop, "passes requests on to its origin");
    }

    @Override
    public Claim applicationLoadBalancer(ApplicationLoadBalancer hop) {
        return silent(hop, "balances requests");
    }

    @Override
    public Claim networkLoadBalancer(NetworkLoadBalancer hop) {
        return silent(hop, "passes connections on");
    }

    @Override
    public Claim ambassador(Ambassador hop) {
        return silent(hop, "routes requests");
    }

    @Override
    public Claim modelService(ModelService hop) {
        return silent(hop, "is what is protected");
    }

    @Override
    public Claim outsideHop(OutsideHop hop) {
        return new Claim.Unsure("what " + hop.kind() + " can do here stands on no fact sheet", List.of());
    }

    private Claim silent(Hop hop, String does) {
        return new Claim.Cannot(hop.kind() + " " + does + "; it " + promise, List.of());
    }
}

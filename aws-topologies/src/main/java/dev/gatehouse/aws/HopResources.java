package dev.gatehouse.aws;

import dev.gatehouse.model.hop.Ambassador;
import dev.gatehouse.model.hop.ApplicationLoadBalancer;
import dev.gatehouse.model.hop.CloudFront;
import dev.gatehouse.model.hop.GlobalAccelerator;
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

/** The resources of each hop, told what lies behind it; answers what may point at it. */
final class HopResources implements HopVisitor<Exports> {
    private final Site site;
    private final PlacedNetwork network;
    private final SecurityGroups groups;
    private final Certificates certificates;
    private final Exports behind;

    HopResources(Site site, PlacedNetwork network, SecurityGroups groups, Certificates certificates, Exports behind) {
        this.site = site;
        this.network = network;
        this.groups = groups;
        this.certificates = certificates;
        this.behind = behind;
    }

    /** Nothing of its own: every design that is given a zone makes it and writes its aliases. */
    @Override
    public Exports hostedZone(HostedZone hop) {
        return behind;
    }

    @Override
    public Exports globalAccelerator(GlobalAccelerator hop) {
        return new Accelerators(site).accelerator(behind);
    }

    @Override
    public Exports webAcl(WebAcl hop) {
        return new WebAcls(site).acl(hop, behind);
    }

    @Override
    public Exports restApi(RestApi hop) {
        return new RestApis(site, certificates).apis(behind);
    }

    @Override
    public Exports vpcLink(VpcLink hop) {
        return new VpcLinks(site).link(behind);
    }

    @Override
    public Exports httpApi(HttpApi hop) {
        return new HttpApis(site, certificates).apis(behind);
    }

    @Override
    public Exports vpcLinkV2(VpcLinkV2 hop) {
        return new VpcLinksV2(site, network, groups).link(behind);
    }

    @Override
    public Exports cloudFront(CloudFront hop) {
        return new Distributions(site, groups, certificates).distributions(behind);
    }

    @Override
    public Exports applicationLoadBalancer(ApplicationLoadBalancer hop) {
        return new ApplicationBalancers(site, network, groups, certificates).balancer(hop, behind);
    }

    @Override
    public Exports networkLoadBalancer(NetworkLoadBalancer hop) {
        return hop.inFrontOfAlb()
                ? new FrontBalancers(site, network, groups, hop).balancer(behind)
                : new NetworkBalancers(site, network, groups, certificates).balancer(hop, behind);
    }

    @Override
    public Exports ambassador(Ambassador hop) {
        return behind;
    }

    @Override
    public Exports modelService(ModelService hop) {
        return behind;
    }

    @Override
    public Exports outsideHop(OutsideHop hop) {
        return behind;
    }
}

package dev.gatehouse.report.diagram;

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
import dev.gatehouse.model.spec.PlatformSpec;

/** The small line below a hop's name: what tells this one from others of its kind. */
record Caption(PlatformSpec spec) implements HopVisitor<String> {
    @Override
    public String hostedZone(HostedZone hop) {
        return "asked first";
    }

    @Override
    public String globalAccelerator(GlobalAccelerator hop) {
        return "layer 4, at the edge";
    }

    @Override
    public String webAcl(WebAcl hop) {
        return "attached";
    }

    @Override
    public String restApi(RestApi hop) {
        return "layer 7, one per entry";
    }

    @Override
    public String vpcLink(VpcLink hop) {
        return "into the VPC";
    }

    @Override
    public String httpApi(HttpApi hop) {
        return "layer 7, one per entry";
    }

    @Override
    public String vpcLinkV2(VpcLinkV2 hop) {
        return "into the VPC";
    }

    @Override
    public String cloudFront(CloudFront hop) {
        return "layer 7, at the edge";
    }

    @Override
    public String applicationLoadBalancer(ApplicationLoadBalancer hop) {
        return "layer 7, " + hop.exposure().scheme();
    }

    @Override
    public String networkLoadBalancer(NetworkLoadBalancer hop) {
        return "layer 4, " + hop.exposure().scheme();
    }

    @Override
    public String ambassador(Ambassador hop) {
        return "layer 7, in the cluster";
    }

    @Override
    public String modelService(ModelService hop) {
        int models = spec.models().size();
        return models == 1 ? spec.models().get(0).name() : models + " models";
    }

    @Override
    public String outsideHop(OutsideHop hop) {
        return "layer " + hop.layer() + ", not ours";
    }
}

package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Layer;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;

/** The way from the REST APIs into the VPC: one link for all of them, to the private NLB. */
final class VpcLinks {
    private final Site site;

    VpcLinks(Site site) {
        this.site = site;
    }

    Exports link(Exports behind) {
        // In front of an ALB the NLB listens only once the ALB does.
        Layer where = FrontBalancers.front(site).isPresent() ? Layers.EDGE : Layers.TARGETS;
        Resource link = site.add(
                where,
                Resource.of("VpcLink", "AWS::ApiGateway::VpcLink")
                        .with("Name", site.spec().name())
                        .with(
                                "TargetArns",
                                Value.list(behind.requiredBalancer("vpc-link").identity()))
                        .after(behind.listeners())
                        .because("It waits for the listeners: a link to an NLB that is not ready fails."));
        return behind.withConnection(link.identity());
    }
}

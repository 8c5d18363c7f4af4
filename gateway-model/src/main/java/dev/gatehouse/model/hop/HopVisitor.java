package dev.gatehouse.model.hop;

/**
 * One method per component: how an output covers them all. Internal to Gatehouse: a new component adds a method, so
 * that the compiler finds every output that lacks it.
 */
public interface HopVisitor<R> {
    /** A hosted zone. */
    R hostedZone(HostedZone hop);

    /** A Global Accelerator. */
    R globalAccelerator(GlobalAccelerator hop);

    /** A web ACL. */
    R webAcl(WebAcl hop);

    /** A REST API. */
    R restApi(RestApi hop);

    /** A VPC link. */
    R vpcLink(VpcLink hop);

    /** An HTTP API. */
    R httpApi(HttpApi hop);

    /** A VPC link, version 2. */
    R vpcLinkV2(VpcLinkV2 hop);

    /** A CloudFront distribution. */
    R cloudFront(CloudFront hop);

    /** An Application Load Balancer. */
    R applicationLoadBalancer(ApplicationLoadBalancer hop);

    /** A Network Load Balancer. */
    R networkLoadBalancer(NetworkLoadBalancer hop);

    /** Ambassador. */
    R ambassador(Ambassador hop);

    /** The models' Services. */
    R modelService(ModelService hop);

    /** A component that is not ours. */
    R outsideHop(OutsideHop hop);
}

package dev.gatehouse.model.hop;

/**
 * What a component is called, in AWS's or Emissary's own words; the key of its fact sheet.
 *
 * @param id lower case words with hyphens, such as {@code network-load-balancer}
 */
public record HopKind(String id) implements Comparable<HopKind> {
    /** A hosted zone in Route 53 that clients ask for the address. */
    public static final HopKind HOSTED_ZONE = new HopKind("hosted-zone");
    /** A standard accelerator of AWS Global Accelerator. */
    public static final HopKind GLOBAL_ACCELERATOR = new HopKind("global-accelerator");
    /** A web ACL of AWS WAF. */
    public static final HopKind WEB_ACL = new HopKind("web-acl");
    /** A regional REST API of Amazon API Gateway. */
    public static final HopKind REST_API = new HopKind("rest-api");
    /** A VPC link, version 1, of Amazon API Gateway. */
    public static final HopKind VPC_LINK = new HopKind("vpc-link");
    /** An HTTP API of Amazon API Gateway. */
    public static final HopKind HTTP_API = new HopKind("http-api");
    /** A VPC link, version 2, of Amazon API Gateway. */
    public static final HopKind VPC_LINK_V2 = new HopKind("vpc-link-v2");
    /** A distribution of Amazon CloudFront. */
    public static final HopKind CLOUDFRONT = new HopKind("cloudfront");
    /** An Application Load Balancer. */
    public static final HopKind APPLICATION_LOAD_BALANCER = new HopKind("application-load-balancer");
    /** A Network Load Balancer. */
    public static final HopKind NETWORK_LOAD_BALANCER = new HopKind("network-load-balancer");
    /** Ambassador, today Emissary-ingress, in the cluster. */
    public static final HopKind AMBASSADOR = new HopKind("ambassador");
    /** The model's own pods behind their Service. */
    public static final HopKind MODEL_SERVICE = new HopKind("model-service");

    @Override
    public int compareTo(HopKind other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}

package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Layer;
import java.util.Optional;

/**
 * The steps of a deployment. Zones, balancers and addresses have stacks of their own, so that nothing else that changes
 * can take them along.
 */
final class Layers {
    /** First, because a certificate waits for ever on a zone that nobody delegated yet. */
    static final Layer ZONE = new Layer(10, "zone", "Hosted zones and their mail records");

    static final Layer NETWORK = new Layer(20, "network", "VPC and subnets");

    /** Apart from the network, because its rules name the group of a cluster that may live in that very network. */
    static final Layer SECURITY = new Layer(30, "security", "Security groups and their rules");

    static final Layer BALANCERS = new Layer(40, "balancers", "Load balancers and fixed addresses");
    static final Layer CERTIFICATES = new Layer(50, "certificates", "Certificates, validated in the zones");
    /** Where AWS's edge looks for them; of the same order as certificates, since neither needs the other. */
    static final Layer GLOBAL = new Layer(
            50, "global", "What CloudFront takes from us-east-1: certificates and firewall", Optional.of("us-east-1"));

    static final Layer TARGETS = new Layer(60, "targets", "Target groups and the listeners in front of them");
    static final Layer EDGE = new Layer(70, "edge", "What clients meet first");
    static final Layer RELEASE = new Layer(80, "release", "Paths, stages and names, which open the door");

    private Layers() {}
}

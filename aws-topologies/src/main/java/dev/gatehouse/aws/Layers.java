package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Layer;

/**
 * The steps of a deployment. Zones, balancers and addresses have stacks of their own, so that nothing else that changes
 * can take them along.
 */
final class Layers {
    /** First, because a certificate waits for ever on a zone that nobody delegated yet. */
    static final Layer ZONE = new Layer(10, "zone", "hosted zones and their mail records");

    static final Layer NETWORK = new Layer(20, "network", "network and security groups");
    static final Layer BALANCERS = new Layer(30, "balancers", "load balancers and fixed addresses");
    static final Layer CERTIFICATES = new Layer(40, "certificates", "certificates, validated in the zones");
    static final Layer TARGETS = new Layer(50, "targets", "target groups and the listeners in front of them");
    static final Layer EDGE = new Layer(60, "edge", "what clients meet first");
    static final Layer RELEASE = new Layer(70, "release", "paths, stages and names: what opens the door");

    private Layers() {}
}

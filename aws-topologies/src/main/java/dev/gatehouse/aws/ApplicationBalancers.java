package dev.gatehouse.aws;

import dev.gatehouse.aws.PlacedNetwork.PlacedSubnet;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.ApplicationLoadBalancer;
import dev.gatehouse.model.hop.Exposure;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.Trust;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The ALB in front of the private NLB, which it knows only by pinned addresses: target groups of addresses, cross-zone
 * on the NLB, no client addresses kept on the joint, and a health check that accepts no redirect are made together.
 */
final class ApplicationBalancers {
    static final String INTERNAL = "ApplicationLoadBalancer";
    static final int HTTP = 80;

    private final Site site;
    private final PlacedNetwork network;
    private final SecurityGroups groups;
    private final Certificates certificates;

    ApplicationBalancers(Site site, PlacedNetwork network, SecurityGroups groups, Certificates certificates) {
        this.site = site;
        this.network = network;
        this.groups = groups;
        this.certificates = certificates;
    }

    Exports balancer(ApplicationLoadBalancer hop, Exports behind) {
        boolean isPublic = hop.exposure() == Exposure.INTERNET;
        String id = isPublic ? NetworkBalancers.PUBLIC : INTERNAL;
        List<Entry> entries = site.entriesAt(HopKind.APPLICATION_LOAD_BALANCER);
        Map<Integer, List<Entry>> byPort = new TreeMap<>();
        entries.forEach(entry -> byPort.computeIfAbsent(site.topology().clientPort(entry), port -> new ArrayList<>())
                .add(entry));
        Resource group = groups.group(
                id,
                isPublic
                        ? "The ALB: clients on the internet"
                        : "The ALB: clients whose addresses the accelerator keeps");
        rules(id, group, byPort, behind);
        Resource balancer = site.add(Layers.BALANCERS, resource(id, hop, group));
        AlbListeners listeners = new AlbListeners(site, certificates, id, balancer);
        Map<String, AlbTargets> targets = targets(id, behind);
        byPort.forEach((port, own) -> listeners.https(port, own, targets));
        listeners.redirect();
        Map<String, Front> fronts = new LinkedHashMap<>();
        Front front = new Front(balancer.attribute("DNSName"), balancer.attribute("CanonicalHostedZoneID"));
        entries.forEach(entry -> fronts.put(entry.name(), front));
        return behind.withBalancer(balancer, group, List.of(), List.of())
                .withProtectable(Map.of(id, balancer.identity()))
                .withFronts(fronts);
    }

    private Resource resource(String id, ApplicationLoadBalancer hop, Resource group) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("routing.http.desync_mitigation_mode", "defensive");
        attributes.put("routing.http.drop_invalid_header_fields.enabled", "true");
        attributes.put("routing.http.xff_header_processing.mode", "append");
        site.topology()
                .seam()
                .idle(HopKind.APPLICATION_LOAD_BALANCER)
                .ifPresent(idle -> attributes.put("idle_timeout.timeout_seconds", String.valueOf(idle.toSeconds())));
        boolean isPublic = hop.exposure() == Exposure.INTERNET;
        Resource made = Resource.of(id, "AWS::ElasticLoadBalancingV2::LoadBalancer")
                .with("Type", "application")
                .with("Scheme", hop.exposure().scheme());
        made = site.named(site.spec().name() + "-alb", made)
                .with("LoadBalancerAttributes", Attributes.of(attributes))
                .with("SecurityGroups", Value.list(group.identity()))
                .with(
                        "Subnets",
                        Value.list((isPublic ? network.publicSubnets() : network.privateSubnets())
                                .stream().map(PlacedSubnet::id).toList()));
        return isPublic
                ? made.after(network.internet())
                : made.because("Internal, so that nothing goes round the accelerator, which reaches it inside the VPC."
                        + "\nThe VPC needs an internet gateway attached for that, though no route to it.");
    }

    private void rules(String id, Resource group, Map<Integer, List<Entry>> byPort, Exports behind) {
        TreeSet<Integer> open = new TreeSet<>(byPort.keySet());
        open.add(HTTP);
        open.forEach(
                port -> groups.allowRange(group, "Internet", Value.text("0.0.0.0/0"), port, "Clients on the internet"));
        Resource inner = behind.requiredGroup("application-load-balancer");
        ports().forEach(port -> groups.join(
                id, group, NetworkBalancers.PRIVATE, inner.identity(), port.port(), "The ALB to the private NLB"));
    }

    private List<SeamPort> ports() {
        return site.topology().seam().ports().stream()
                .filter(port -> port.trust().inFront() == Trust.InFront.APPLICATION_LOAD_BALANCER)
                .toList();
    }

    private Map<String, AlbTargets> targets(String id, Exports behind) {
        if (behind.addresses().isEmpty()) {
            throw new IllegalStateException(
                    "application-load-balancer needs the pinned addresses of the hop behind it, which exports "
                            + behind);
        }
        Map<String, AlbTargets> targets = new LinkedHashMap<>();
        ports().forEach(port -> targets.put(port.name(), new AlbTargets(site, network, id, port, behind.addresses())));
        return targets;
    }
}

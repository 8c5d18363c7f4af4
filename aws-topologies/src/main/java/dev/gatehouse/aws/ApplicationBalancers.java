package dev.gatehouse.aws;

import dev.gatehouse.aws.PlacedNetwork.PlacedSubnet;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.ApplicationLoadBalancer;
import dev.gatehouse.model.hop.Exposure;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The ALB with its security group and listeners; what is behind them is {@link AlbBehind}. */
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
        Resource group = groups.group(id, described(hop));
        if (isPublic || isAccelerated()) {
            TreeSet<Integer> open = new TreeSet<>(byPort.keySet());
            open.add(HTTP);
            open.forEach(port ->
                    groups.allowRange(group, "Internet", Value.text("0.0.0.0/0"), port, "Clients on the internet"));
        }
        AlbBehind targets = new AlbBehind(site, network, groups, id, behind);
        targets.rules(group);
        Resource balancer = site.add(Layers.BALANCERS, resource(id, hop, group));
        AlbListeners listeners = new AlbListeners(site, certificates, id, balancer);
        AlbForwards forwards = targets.forwards();
        List<String> made = new ArrayList<>();
        Map<String, Door> doors = new LinkedHashMap<>();
        byPort.forEach((port, own) -> {
            Resource listener = listeners.https(port, own, forwards);
            made.add(listener.id());
            Door door = new Door(balancer.identity(), listener.identity(), port, true);
            for (Entry entry : own) {
                for (Model model : site.spec().modelsOf(entry)) {
                    doors.put(Exports.door(entry.name(), model.name()), door);
                }
            }
        });
        if (isPublic || isAccelerated() || isBehindNlb()) {
            made.add(listeners.redirect().id());
        }
        Map<String, Front> fronts = new LinkedHashMap<>();
        Front front = new Front(balancer.attribute("DNSName"), balancer.attribute("CanonicalHostedZoneID"));
        entries.forEach(entry -> fronts.put(entry.name(), front));
        return behind.withBalancer(balancer, group, List.of(), made)
                .withDoors(doors)
                .withProtectable(Map.of(id, balancer.identity()))
                .withFronts(fronts);
    }

    private boolean isAccelerated() {
        return !site.entriesAt(HopKind.GLOBAL_ACCELERATOR).isEmpty();
    }

    /** Whether clients come through a public NLB, and so may call port 80 as well. */
    private boolean isBehindNlb() {
        return FrontBalancers.front(site).isPresent();
    }

    private String described(ApplicationLoadBalancer hop) {
        if (hop.exposure() == Exposure.INTERNET) {
            return "The ALB: clients on the internet";
        }
        return isAccelerated()
                ? "The ALB: clients whose addresses the accelerator keeps"
                : "The ALB: only what is in front of it";
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
        if (site.entriesAt(HopKind.APPLICATION_LOAD_BALANCER).stream().anyMatch(site.topology()::firewallFailsOpen)) {
            attributes.put("waf.fail_open.enabled", "true");
        }
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
        if (isPublic) {
            return made.after(network.internet());
        }
        return made.because(
                isAccelerated()
                        ? "Internal, so that nothing goes round the accelerator, which reaches it inside the VPC."
                                + "\nThe VPC needs an internet gateway attached for that, though no route to it."
                        : "Internal, so that nothing goes round what is in front of it.");
    }
}

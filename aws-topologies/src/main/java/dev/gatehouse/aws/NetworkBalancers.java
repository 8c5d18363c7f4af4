package dev.gatehouse.aws;

import dev.gatehouse.aws.PlacedNetwork.PlacedSubnet;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.GlobalAccelerator;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.HealthCheck;
import dev.gatehouse.model.topology.SeamBalancer;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.TargetGroup;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.topology.Trust;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The NLBs of the seam with their security groups and addresses; what is behind their ports is {@link Ports}. */
final class NetworkBalancers {
    static final String PUBLIC = "PublicLoadBalancer";
    static final String PRIVATE = "PrivateLoadBalancer";
    static final String EDGE = "EdgeLoadBalancer";

    private final Site site;
    private final PlacedNetwork network;
    private final SecurityGroups groups;
    private final Ports ports;

    NetworkBalancers(Site site, PlacedNetwork network, SecurityGroups groups, Certificates certificates) {
        this.site = site;
        this.network = network;
        this.groups = groups;
        this.ports = new Ports(site, network, certificates);
    }

    /** An NLB of the path; what is in front of it is told of it. */
    Exports balancer(NetworkLoadBalancer hop, Exports behind) {
        SeamBalancer own = site.topology().seam().balancers().stream()
                .filter(balancer -> balancer.hop().equals(hop))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(hop + " is no balancer of the seam"));
        return balancer(own.id(), hop, true, behind);
    }

    /** The NLBs of the seam that are not on the design's own path: entries inside the VPC have one of their own. */
    Exports beside(Exports behind) {
        Exports exports = behind;
        for (SeamBalancer balancer : site.topology().seam().balancers()) {
            if (balancer.hop() instanceof NetworkLoadBalancer hop
                    && !site.topology().hops().contains(hop)) {
                exports = balancer(balancer.id(), hop, false, exports);
            }
        }
        return exports;
    }

    private Exports balancer(String name, NetworkLoadBalancer hop, boolean told, Exports behind) {
        String id = switch (hop.exposure()) {
            case INTERNET -> PUBLIC;
            case INTERNAL -> PRIVATE;
            case EDGE -> EDGE;
        };
        List<SeamPort> own = site.topology().seam().ports(name);
        Resource group = groups.group(
                id,
                switch (hop.exposure()) {
                    case INTERNET -> "The public NLB: clients on the internet";
                    case INTERNAL -> "The private NLB: only what is in front of it";
                    case EDGE -> "The NLB at the edge: only what AWS brings from there";
                });
        rules(id, group, own);
        List<Value> addresses = new ArrayList<>();
        Resource made = site.add(Layers.BALANCERS, resource(name, hop, id, group, own, addresses));
        List<String> listeners = new ArrayList<>();
        Map<String, Door> doors = new LinkedHashMap<>();
        for (SeamPort port : own) {
            Resource listener = ports.listener(id, made, port);
            listeners.add(listener.id());
            doors.putAll(doors(port, made, listener));
        }
        Map<String, Front> fronts = new LinkedHashMap<>();
        for (Entry entry : site.spec().entries()) {
            if (site.topology().path(entry).lastBalancer().equals(Optional.of(hop))) {
                fronts.put(entry.name(), new Front(made.attribute("DNSName"), made.attribute("CanonicalHostedZoneID")));
            }
        }
        Exports exports = behind.withFronts(fronts);
        return told ? exports.withBalancer(made, group, addresses, listeners).withDoors(doors) : exports;
    }

    private Map<String, Door> doors(SeamPort port, Resource balancer, Resource listener) {
        Door door = new Door(
                balancer.identity(), listener.identity(), port.port(), port.terminatesTls() || port.carriesTls());
        Map<String, Door> doors = new LinkedHashMap<>();
        for (String name : port.entries()) {
            Entry entry = site.spec().entry(name).orElseThrow();
            site.spec().modelsOf(entry).stream()
                    .map(Model::name)
                    .filter(model -> port.model().map(model::equals).orElse(true))
                    .forEach(model -> doors.put(Exports.door(name, model), door));
        }
        return doors;
    }

    private Resource resource(
            String name,
            NetworkLoadBalancer hop,
            String id,
            Resource group,
            List<SeamPort> own,
            List<Value> addresses) {
        Resource made = Resource.of(id, "AWS::ElasticLoadBalancingV2::LoadBalancer")
                .with("Type", "network")
                .with("Scheme", hop.exposure().scheme());
        made = site.named(site.spec().name() + "-" + name, made)
                .with("SecurityGroups", Value.list(group.identity()))
                .with("LoadBalancerAttributes", Attributes.of(Map.of("load_balancing.cross_zone.enabled", "true")));
        if (!site.entriesAt(HopKind.VPC_LINK).isEmpty()
                && own.stream().anyMatch(port -> port.trust().inFront() == Trust.InFront.REST_API)) {
            made = made.with("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic", "off")
                    .because("A VPC link comes from addresses inside API Gateway that no rule could name.");
        }
        if (hop.fixedAddresses()) {
            return made.with("SubnetMappings", Value.list(ElasticAddresses.of(site, network)))
                    .after(network.internet());
        }
        boolean aimedAt = !site.entriesAt(HopKind.APPLICATION_LOAD_BALANCER).isEmpty();
        if (!hop.pinned() || !aimedAt) {
            return made.with(
                    "Subnets",
                    Value.list(network.privateSubnets().stream()
                            .map(PlacedSubnet::id)
                            .toList()));
        }
        addresses.addAll(PinnedAddresses.of(site, network.privateSubnets(), made));
        List<Value> mappings = new ArrayList<>();
        for (int at = 0; at < addresses.size(); at++) {
            mappings.add(Value.fields()
                    .with("SubnetId", network.privateSubnets().get(at).id())
                    .with("PrivateIPv4Address", addresses.get(at)));
        }
        return made.with("SubnetMappings", Value.list(mappings));
    }

    private void rules(String id, Resource group, List<SeamPort> own) {
        Topology topology = site.topology();
        TreeSet<Integer> behind = new TreeSet<>();
        TreeSet<Integer> fromInternet = new TreeSet<>();
        TreeSet<Integer> fromVpc = new TreeSet<>();
        for (SeamPort port : own) {
            TargetGroup targets = port.targetGroup();
            behind.add(targets.port());
            behind.add(targets.healthCheck().port());
            boolean fromClients = port.trust().inFront() == Trust.InFront.NOBODY
                    || port.model().isPresent();
            if (!fromClients) {
                continue;
            }
            for (String name : port.entries()) {
                Entry entry = topology.spec().entry(name).orElseThrow();
                boolean enters = callsBalancers(topology.path(entry));
                if (enters && entry.isPublic()) {
                    fromInternet.add(port.port());
                } else if (enters && port.model().isPresent()) {
                    allowModel(group, port);
                } else if (enters) {
                    fromVpc.add(port.port());
                }
            }
        }
        fromInternet.forEach(
                port -> groups.allowRange(group, "Internet", Value.text("0.0.0.0/0"), port, "Clients on the internet"));
        fromVpc.forEach(port -> groups.allowRange(group, "Vpc", groups.vpcRange(), port, "Clients inside the VPC"));
        behind.forEach(port -> groups.join(
                id,
                group,
                "Cluster",
                groups.cluster(),
                port,
                port == HealthCheck.AMBASSADOR.port() ? "Health checks" : "The NLB to the pods"));
    }

    private void allowModel(Resource group, SeamPort port) {
        String id = group.id() + "FromVpc" + port.port();
        if (site.draft().resource(id).isEmpty()) {
            groups.allowRange(
                    Layers.TARGETS,
                    port.model(),
                    group,
                    "Vpc",
                    groups.vpcRange(),
                    port.port(),
                    "Clients inside the VPC to model " + port.model().orElseThrow());
        }
    }

    /** Whether the packets of an entry's clients reach the balancer with their own addresses. */
    private static boolean callsBalancers(EntryPath path) {
        return path.entrance() instanceof NetworkLoadBalancer || path.entrance() instanceof GlobalAccelerator;
    }
}

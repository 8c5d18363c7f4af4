package dev.gatehouse.aws;

import dev.gatehouse.aws.PlacedNetwork.PlacedSubnet;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.model.spec.Entry;
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

    /** Every NLB of the seam; what is in front of the path is told of {@code hop}. */
    Exports balancers(NetworkLoadBalancer hop, Exports behind) {
        Exports exports = behind;
        for (SeamBalancer balancer : site.topology().seam().balancers()) {
            if (balancer.hop() instanceof NetworkLoadBalancer own) {
                exports = balancer(balancer, own, hop, exports);
            }
        }
        return exports;
    }

    private Exports balancer(SeamBalancer balancer, NetworkLoadBalancer self, NetworkLoadBalancer hop, Exports behind) {
        boolean isPublic = self.fixedAddresses();
        String id = isPublic ? PUBLIC : PRIVATE;
        List<SeamPort> own = site.topology().seam().ports(balancer.id());
        Resource group = groups.group(
                id,
                isPublic ? "The public NLB: clients on the internet" : "The private NLB: only what is in front of it");
        rules(id, group, own);
        List<Value> addresses = new ArrayList<>();
        Resource made = site.add(Layers.BALANCERS, resource(balancer, self, id, group, own, addresses));
        List<String> listeners =
                own.stream().map(port -> ports.listener(id, made, port)).toList();
        Map<String, Front> fronts = new LinkedHashMap<>();
        for (Entry entry : site.spec().entries()) {
            if (site.topology().path(entry).hop(NetworkLoadBalancer.class).equals(Optional.of(balancer.hop()))) {
                fronts.put(entry.name(), new Front(made.attribute("DNSName"), made.attribute("CanonicalHostedZoneID")));
            }
        }
        Exports exports = behind.withFronts(fronts);
        return balancer.hop().equals(hop) ? exports.withBalancer(made, group, addresses, listeners) : exports;
    }

    private Resource resource(
            SeamBalancer balancer,
            NetworkLoadBalancer self,
            String id,
            Resource group,
            List<SeamPort> own,
            List<Value> addresses) {
        Resource made = Resource.of(id, "AWS::ElasticLoadBalancingV2::LoadBalancer")
                .with("Type", "network")
                .with("Scheme", self.exposure().scheme());
        made = site.named(site.spec().name() + "-" + balancer.id(), made)
                .with("SecurityGroups", Value.list(group.identity()))
                .with("LoadBalancerAttributes", Attributes.of(Map.of("load_balancing.cross_zone.enabled", "true")));
        if (own.stream().anyMatch(port -> port.trust().inFront() == Trust.InFront.REST_API)) {
            made = made.with("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic", "off")
                    .because("A VPC link comes from addresses inside API Gateway that no rule could name.");
        }
        if (self.fixedAddresses()) {
            return made.with("SubnetMappings", Value.list(elasticAddresses())).after(network.internet());
        }
        boolean aimedAt = !site.entriesAt(HopKind.APPLICATION_LOAD_BALANCER).isEmpty();
        if (!self.pinned() || !aimedAt) {
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

    private List<Value> elasticAddresses() {
        List<Value> mappings = new ArrayList<>();
        for (PlacedSubnet subnet : network.publicSubnets()) {
            Resource address = site.add(
                    Layers.BALANCERS,
                    Resource.of("PublicAddress" + subnet.zone(), "AWS::EC2::EIP")
                            .with("Domain", "vpc")
                            .with(
                                    "Tags",
                                    Value.field("Name", Value.text(site.spec().name() + " " + subnet.zone())))
                            .after(network.internet())
                            .retainedAlways()
                            .because("It outlives its stack: callers have it in their allow-lists."));
            mappings.add(Value.fields()
                    .with("SubnetId", subnet.id())
                    .with("AllocationId", address.attribute("AllocationId")));
            site.output(
                    "PublicAddress" + subnet.zone(), "A fixed address that callers may allow-list", address.identity());
        }
        return mappings;
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
                boolean enters = topology.path(entry).entrance().kind().equals(HopKind.NETWORK_LOAD_BALANCER);
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
}

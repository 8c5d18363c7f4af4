package dev.gatehouse.aws;

import dev.gatehouse.aws.PlacedNetwork.PlacedSubnet;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.topology.HealthCheck;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * An NLB in front of an internal ALB, each of whose ports passes connections to the ALB's port of the same number, with
 * TLS as it came: a public one for its fixed addresses, by which the client's own address is kept, or a private one for
 * a VPC link of version 1, which reaches nothing but an NLB.
 */
final class FrontBalancers {
    private static final String LINKED = "LinkLoadBalancer";

    private final Site site;
    private final PlacedNetwork network;
    private final SecurityGroups groups;
    private final boolean isPublic;
    private final String id;

    FrontBalancers(Site site, PlacedNetwork network, SecurityGroups groups, NetworkLoadBalancer hop) {
        this.site = site;
        this.network = network;
        this.groups = groups;
        this.isPublic = hop.fixedAddresses();
        this.id = isPublic ? NetworkBalancers.PUBLIC : LINKED;
    }

    /** The NLB of the path whose target is an ALB, if there is one. */
    static Optional<NetworkLoadBalancer> front(Site site) {
        return site.topology().hops().stream()
                .filter(NetworkLoadBalancer.class::isInstance)
                .map(NetworkLoadBalancer.class::cast)
                .filter(NetworkLoadBalancer::inFrontOfAlb)
                .findFirst();
    }

    Exports balancer(Exports behind) {
        Resource inner = behind.requiredBalancer("network-load-balancer");
        Resource innerGroup = behind.requiredGroup("network-load-balancer");
        List<Entry> entries = site.entriesAt(HopKind.APPLICATION_LOAD_BALANCER);
        TreeSet<Integer> ports = new TreeSet<>();
        if (isPublic) {
            ports.add(ApplicationBalancers.HTTP);
        }
        entries.forEach(entry -> ports.add(site.topology().clientPort(entry)));
        Resource group = groups.group(
                id,
                isPublic ? "The public NLB: clients on the internet" : "The NLB of the VPC link: API Gateway alone");
        if (isPublic) {
            ports.forEach(port ->
                    groups.allowRange(group, "Internet", Value.text("0.0.0.0/0"), port, "Clients on the internet"));
        }
        TreeSet<Integer> called = new TreeSet<>(ports);
        called.add(ApplicationBalancers.HTTP);
        called.forEach(port -> groups.join(
                id, group, inner.id(), innerGroup.identity(), port, "The NLB to the ALB, which it checks on port 80"));
        Resource balancer = site.add(Layers.BALANCERS, resource(group));
        Map<Integer, Resource> listeners = new LinkedHashMap<>();
        ports.forEach(port -> listeners.put(port, listener(balancer, inner, behind.listeners(), port)));
        Map<String, Front> fronts = new LinkedHashMap<>();
        Map<String, Door> doors = new LinkedHashMap<>();
        Front front = new Front(balancer.attribute("DNSName"), balancer.attribute("CanonicalHostedZoneID"));
        for (Entry entry : entries) {
            fronts.put(entry.name(), front);
            int port = site.topology().clientPort(entry);
            Value listener =
                    Optional.ofNullable(listeners.get(port)).orElseThrow().identity();
            Door door = new Door(balancer.identity(), listener, port, true);
            site.spec().modelsOf(entry).forEach(model -> doors.put(Exports.door(entry.name(), model.name()), door));
        }
        return behind.withBalancer(
                        balancer,
                        group,
                        List.of(),
                        listeners.values().stream().map(Resource::id).toList())
                .withDoors(doors)
                .withFronts(fronts);
    }

    private Resource resource(Resource group) {
        Resource made = Resource.of(id, "AWS::ElasticLoadBalancingV2::LoadBalancer")
                .with("Type", "network")
                .with("Scheme", isPublic ? "internet-facing" : "internal");
        made = site.named(site.spec().name() + (isPublic ? "-public" : "-link"), made)
                .with("SecurityGroups", Value.list(group.identity()))
                .with("LoadBalancerAttributes", Attributes.of(Map.of("load_balancing.cross_zone.enabled", "true")))
                .because("Cross-zone as the ALB is: where the two differ some requests meet no target.");
        if (isPublic) {
            return made.with("SubnetMappings", Value.list(ElasticAddresses.of(site, network)))
                    .after(network.internet());
        }
        return made.with("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic", "off")
                .with(
                        "Subnets",
                        Value.list(network.privateSubnets().stream()
                                .map(PlacedSubnet::id)
                                .toList()));
    }

    private Resource listener(Resource balancer, Resource inner, List<String> innerListeners, int port) {
        Resource group = Resource.of(id + "To" + port + "Targets", "AWS::ElasticLoadBalancingV2::TargetGroup")
                .with("TargetType", "alb")
                .with("Protocol", "TCP")
                .with("Port", port)
                .with("VpcId", network.vpc());
        Resource targets = site.add(
                Layers.EDGE,
                site.named(site.spec().name() + "-front-" + port, group)
                        .with(
                                "Targets",
                                Value.list(Value.fields()
                                        .with("Id", inner.identity())
                                        .with("Port", port)))
                        .with("HealthCheckProtocol", "HTTP")
                        .with("HealthCheckPort", String.valueOf(ApplicationBalancers.HTTP))
                        .with("HealthCheckPath", "/")
                        .with("Matcher", Value.field("HttpCode", Value.text("301")))
                        .with("HealthCheckIntervalSeconds", HealthCheck.INTERVAL.toSeconds())
                        .with("HealthyThresholdCount", HealthCheck.THRESHOLD)
                        .with("UnhealthyThresholdCount", HealthCheck.THRESHOLD)
                        .after(innerListeners)
                        .because("The ALB takes no target group before it listens on its port. It lives if its own"
                                + "\nport 80 redirects: a port that verifies clients would refuse the check."));
        Resource listener = Resource.of(id + "Tcp" + port, "AWS::ElasticLoadBalancingV2::Listener")
                .with("LoadBalancerArn", balancer.identity())
                .with("Port", port)
                .with("Protocol", "TCP");
        Optional<Duration> idle = site.topology().seam().idle(HopKind.NETWORK_LOAD_BALANCER);
        if (idle.isPresent()) {
            listener = listener.with(
                    "ListenerAttributes",
                    Attributes.of(Map.of(
                            "tcp.idle_timeout.seconds",
                            String.valueOf(idle.get().toSeconds()))));
        }
        return site.add(
                Layers.EDGE,
                listener.with(
                        "DefaultActions",
                        Value.list(Value.fields().with("Type", "forward").with("TargetGroupArn", targets.identity()))));
    }
}

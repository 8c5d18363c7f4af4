package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.model.spec.Entry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The public NLB in front of an internal ALB: it has the fixed addresses, and each of its ports passes connections to
 * the ALB's port of the same number, with the client's address and TLS as they came.
 */
final class FrontBalancers {
    private static final String ID = NetworkBalancers.PUBLIC;
    private static final int ALIVE_AFTER = 2;

    private final Site site;
    private final PlacedNetwork network;
    private final SecurityGroups groups;

    FrontBalancers(Site site, PlacedNetwork network, SecurityGroups groups) {
        this.site = site;
        this.network = network;
        this.groups = groups;
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
        ports.add(ApplicationBalancers.HTTP);
        entries.forEach(entry -> ports.add(site.topology().clientPort(entry)));
        Resource group = groups.group(ID, "The public NLB: clients on the internet");
        ports.forEach(port -> {
            groups.allowRange(group, "Internet", Value.text("0.0.0.0/0"), port, "Clients on the internet");
            groups.join(
                    ID,
                    group,
                    ApplicationBalancers.INTERNAL,
                    innerGroup.identity(),
                    port,
                    "The public NLB to the ALB, which checks on port 80 too");
        });
        Resource made = Resource.of(ID, "AWS::ElasticLoadBalancingV2::LoadBalancer")
                .with("Type", "network")
                .with("Scheme", "internet-facing");
        Resource balancer = site.add(
                Layers.BALANCERS,
                site.named(site.spec().name() + "-public", made)
                        .with("SecurityGroups", Value.list(group.identity()))
                        .with(
                                "LoadBalancerAttributes",
                                Attributes.of(Map.of("load_balancing.cross_zone.enabled", "true")))
                        .with("SubnetMappings", Value.list(ElasticAddresses.of(site, network)))
                        .after(network.internet())
                        .because("Cross-zone as the ALB is: where the two differ some requests meet no target."));
        ports.forEach(port -> listener(balancer, inner, behind.listeners(), port));
        Map<String, Front> fronts = new LinkedHashMap<>();
        Front front = new Front(balancer.attribute("DNSName"), balancer.attribute("CanonicalHostedZoneID"));
        entries.forEach(entry -> fronts.put(entry.name(), front));
        return behind.withBalancer(balancer, group, List.of(), List.of()).withFronts(fronts);
    }

    private void listener(Resource balancer, Resource inner, List<String> innerListeners, int port) {
        Resource group = Resource.of(ID + "To" + port + "Targets", "AWS::ElasticLoadBalancingV2::TargetGroup")
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
                        .with("HealthCheckIntervalSeconds", 10)
                        .with("HealthyThresholdCount", ALIVE_AFTER)
                        .with("UnhealthyThresholdCount", ALIVE_AFTER)
                        .after(innerListeners)
                        .because("The ALB takes no target group before it listens on its port. It lives if its own"
                                + "\nport 80 redirects: a port that verifies clients would refuse the check."));
        Resource listener = Resource.of(ID + "Tcp" + port, "AWS::ElasticLoadBalancingV2::Listener")
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
        site.add(
                Layers.EDGE,
                listener.with(
                        "DefaultActions",
                        Value.list(Value.fields().with("Type", "forward").with("TargetGroupArn", targets.identity()))));
    }
}

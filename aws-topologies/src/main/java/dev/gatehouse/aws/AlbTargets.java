package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.topology.HealthCheck;
import dev.gatehouse.model.topology.SeamPort;
import java.util.List;
import java.util.Map;

/** The ALB's target groups on one port of the private NLB: one for HTTP and, once a model needs it, one for gRPC. */
final class AlbTargets {
    private final Site site;
    private final PlacedNetwork network;
    private final String balancerId;
    private final SeamPort port;
    private final List<Value> addresses;

    AlbTargets(Site site, PlacedNetwork network, String balancerId, SeamPort port, List<Value> addresses) {
        this.site = site;
        this.network = network;
        this.balancerId = balancerId;
        this.port = port;
        this.addresses = addresses;
    }

    Value http() {
        return group("Http1", "HTTP1").identity();
    }

    Value grpc() {
        return group("Grpc", "GRPC").identity();
    }

    private Resource group(String ending, String version) {
        String id = balancerId + Names.word(port.name()) + ending + "Targets";
        return site.draft().resource(id).orElseGet(() -> site.add(Layers.TARGETS, make(id, version)));
    }

    private Resource make(String id, String version) {
        String protocol = port.carriesTls() ? "HTTPS" : "HTTP";
        Resource group = Resource.of(id, "AWS::ElasticLoadBalancingV2::TargetGroup")
                .with("TargetType", "ip")
                .with("Protocol", protocol)
                .with("ProtocolVersion", version)
                .with("Port", port.port())
                .with("VpcId", network.vpc());
        group = site.named(site.spec().name() + "-to-" + port.name(), group)
                .with(
                        "Targets",
                        Value.list(addresses.stream()
                                .map(address ->
                                        Value.fields().with("Id", address).with("Port", port.port()))
                                .toList()))
                .with("HealthCheckProtocol", protocol)
                .with("HealthCheckIntervalSeconds", HealthCheck.INTERVAL.toSeconds())
                .with("HealthyThresholdCount", HealthCheck.THRESHOLD)
                .with("UnhealthyThresholdCount", HealthCheck.THRESHOLD)
                .with(
                        "TargetGroupAttributes",
                        Attributes.of(Map.of("load_balancing.algorithm.type", "least_outstanding_requests")));
        if (version.equals("GRPC")) {
            return group.with("HealthCheckPath", "/AWS.ALB/healthcheck")
                    .with("Matcher", Value.field("GrpcCode", Value.text("12")))
                    .because("Envoy answers 12, unimplemented, as long as it lives.");
        }
        return group.with("HealthCheckPath", HealthCheck.AMBASSADOR.path())
                .with("Matcher", Value.field("HttpCode", Value.text("200,404")))
                .because(
                        "The pinned addresses of the private NLB. Envoy lives if it answers 200, or 404 because no Host"
                                + "\nclaims a bare address; a redirect counts as dead. Whether it is ready the NLB asks itself.");
    }
}

package dev.gatehouse.aws;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.topology.HealthCheck;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.TargetGroup;
import dev.gatehouse.model.topology.TargetGroup.Carries;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The ALB's own target groups, in which pods register: of Ambassador for all entries of a port, or of one model. */
final class PodTargets {
    private static final Duration LEAST_DRAINING = Duration.ofMinutes(5);
    private static final Duration MOST_DRAINING = Duration.ofHours(1);

    private final Site site;
    private final PlacedNetwork network;
    private final String balancerId;
    private final SeamPort port;

    PodTargets(Site site, PlacedNetwork network, String balancerId, SeamPort port) {
        this.site = site;
        this.network = network;
        this.balancerId = balancerId;
        this.port = port;
    }

    /** The ARN of the port's target group for HTTP or for gRPC. */
    Value of(Carries carries) {
        TargetGroup group = port.targetGroups().stream()
                .filter(each -> each.carries() == carries)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("port " + port.name() + " has no target group for "
                        + carries + ", but " + port.targetGroups()));
        String id = balancerId + Names.word(port.model().orElse(port.name())) + word(group) + "Targets";
        return site.draft().resource(id).orElseGet(() -> make(id, group)).identity();
    }

    private static String word(TargetGroup group) {
        String version = group.carries().version();
        return version.charAt(0) + version.substring(1).toLowerCase(Locale.ROOT);
    }

    private Resource make(String id, TargetGroup group) {
        Resource made = Resource.of(id, "AWS::ElasticLoadBalancingV2::TargetGroup")
                .with("Name", group.name())
                .with("TargetType", "ip")
                .with("Protocol", group.protocol())
                .with("ProtocolVersion", group.carries().version())
                .with("Port", group.port())
                .with("VpcId", network.vpc())
                .with(
                        "TargetGroupAttributes",
                        Attributes.of(Map.of(
                                "deregistration_delay.timeout_seconds",
                                String.valueOf(draining(site, port).toSeconds()),
                                "load_balancing.algorithm.type",
                                "least_outstanding_requests")))
                .because("Pods register by a TargetGroupBinding of this name.");
        Resource checked = checked(made, group);
        Optional<String> model = port.model();
        return model.isPresent() ? site.add(Layers.TARGETS, model.get(), checked) : site.add(Layers.TARGETS, checked);
    }

    /** The target group with its health check. */
    static Resource checked(Resource group, TargetGroup of) {
        HealthCheck check = of.healthCheck();
        Resource checked = group.with("HealthCheckProtocol", check.protocol())
                .with("HealthCheckPort", String.valueOf(check.port()))
                .with("HealthCheckIntervalSeconds", HealthCheck.INTERVAL.toSeconds())
                .with("HealthyThresholdCount", HealthCheck.THRESHOLD)
                .with("UnhealthyThresholdCount", HealthCheck.THRESHOLD);
        return check.path().isEmpty()
                ? checked
                : checked.with("HealthCheckPath", check.path())
                        .with(
                                "Matcher",
                                Value.field(
                                        of.carries() == Carries.GRPC ? "GrpcCode" : "HttpCode",
                                        Value.text(check.codes())));
    }

    /** How long a target that leaves may finish: the longest answer of what is behind the port. */
    static Duration draining(Site site, SeamPort port) {
        Duration longest = site.spec().models().stream()
                .filter(model -> port.model().map(model.name()::equals).orElse(true))
                .filter(model -> model.entries().stream().anyMatch(port.entries()::contains))
                .flatMap(model -> model.atMost().stream())
                .reduce(LEAST_DRAINING, (a, b) -> a.compareTo(b) >= 0 ? a : b);
        return longest.compareTo(MOST_DRAINING) > 0 ? MOST_DRAINING : longest;
    }
}

package dev.gatehouse.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.NetworkLoadBalancer;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.MutualTls;
import dev.gatehouse.model.topology.SeamBalancer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pitfalls 5, 9, 10 and 11 at the balancers and in DNS. */
class BalancerPitfallsTest {
    private static final String LOAD_BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    private static final String LISTENER = "AWS::ElasticLoadBalancingV2::Listener";
    private static final String RULE = "AWS::ElasticLoadBalancingV2::ListenerRule";
    private static final String TARGET_GROUP = "AWS::ElasticLoadBalancingV2::TargetGroup";

    // ---- 5: listener, PROXY protocol, health check

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p5_no_target_group_speaks_the_proxy_protocol_to_a_plain_health_check(Generated generated) {
        boolean ambassador =
                generated.topology().hops().stream().anyMatch(hop -> hop.kind().equals(HopKind.AMBASSADOR));
        for (Resource group : generated.resources(TARGET_GROUP)) {
            if (!Generated.list(group, "Targets").isEmpty()) {
                continue;
            }
            String version = Generated.text(group, "ProtocolVersion");
            assertThat(Generated.attribute(group, "TargetGroupAttributes", "proxy_protocol_v2.enabled"))
                    .isEqualTo(version.isEmpty() ? "false" : "");
            boolean grpc = version.equals("GRPC");
            assertThat(Generated.text(group, "HealthCheckPath"))
                    .isEqualTo(
                            grpc
                                    ? "/AWS.ALB/healthcheck"
                                    : ambassador ? "/ambassador/v0/check_ready" : version.isEmpty() ? "" : "/");
            assertThat(Generated.text(group, "Matcher", grpc ? "GrpcCode" : "HttpCode"))
                    .isEqualTo(
                            grpc
                                    ? ambassador ? "12" : "0-99"
                                    : ambassador ? "200" : version.isEmpty() ? "" : "200-499");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p5_each_port_of_the_seam_has_its_own_listener_and_the_pods_admit_only_the_balancer(Generated generated) {
        assertThat(generated.resources(LISTENER).stream()
                        .filter(listener -> Set.of("TCP", "TLS").contains(Generated.text(listener, "Protocol")))
                        .filter(listener -> !isOfTheFront(generated, listener)))
                .hasSameSizeAs(generated.topology().seam().ports().stream()
                        .filter(port -> !port.balancer().equals(SeamBalancer.APPLICATION))
                        .toList());
        for (Resource ingress : generated.resources("AWS::EC2::SecurityGroupIngress")) {
            boolean ofTheCluster = ingress.properties().get("GroupId") instanceof Value.Given given
                    && given.parameter().equals("ClusterSecurityGroupId");
            if (ofTheCluster) {
                assertThat(ingress.properties())
                        .containsKey("SourceSecurityGroupId")
                        .doesNotContainKey("CidrIp");
            }
            assertThat(Generated.text(ingress, "Description")).isNotEmpty();
        }
    }

    /** Whether a listener passes connections on to an ALB. */
    private static boolean isOfTheFront(Generated generated, Resource listener) {
        return Generated.required(listener, "DefaultActions", "0", "TargetGroupArn") instanceof Value.Identity group
                && Generated.text(generated.resource(group.resource()), "TargetType")
                        .equals("alb");
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p5_a_private_balancer_behind_a_layer_7_hop_admits_no_addresses(Generated generated) {
        boolean entersAtThePrivateOne = generated.topology().paths().stream()
                .anyMatch(path -> !path.entry().isPublic());
        if (!entersAtThePrivateOne) {
            assertThat(generated.resources("AWS::EC2::SecurityGroupIngress").stream()
                            .filter(rule -> rule.id().startsWith("PrivateLoadBalancerSecurityGroupFrom")))
                    .isEmpty();
        }
    }

    // ---- 9: replacement

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p9_a_balancer_is_born_with_a_security_group_and_serves_every_zone(Generated generated) {
        assertThat(generated.resources(LOAD_BALANCER)).isNotEmpty();
        for (Resource balancer : generated.resources(LOAD_BALANCER)) {
            assertThat(Generated.list(balancer, "SecurityGroups")).hasSize(1);
            int subnets = Generated.list(balancer, "Subnets").size()
                    + Generated.list(balancer, "SubnetMappings").size();
            assertThat(subnets).isEqualTo(generated.topology().spec().zones());
            assertThat(Generated.text(balancer, "Name")).matches(".*-[0-9a-f]{8}");
        }
    }

    // ---- 10: DNS and the joint of ALB and NLB

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p10_the_joint_of_alb_and_nlb_is_made_whole_or_not_at_all(Generated generated) {
        List<Resource> toAddresses = generated.resources(TARGET_GROUP).stream()
                .filter(group -> !Generated.list(group, "Targets").isEmpty())
                .filter(group -> !Generated.text(group, "TargetType").equals("alb"))
                .toList();
        boolean joined = generated.topology().paths().stream()
                .filter(path -> path.has(HopKind.APPLICATION_LOAD_BALANCER))
                .anyMatch(path -> path.lastBalancer().orElseThrow() instanceof NetworkLoadBalancer);
        assertThat(toAddresses.isEmpty()).isEqualTo(!joined);
        if (!joined) {
            return;
        }
        Resource inner = generated.resource("PrivateLoadBalancer");
        List<Value> pinned = Generated.list(inner, "SubnetMappings").stream()
                .map(mapping -> ((Value.Fields) mapping).fields().get("PrivateIPv4Address"))
                .toList();
        assertThat(pinned).hasSize(generated.topology().spec().zones()).doesNotContainNull();
        for (Resource group : toAddresses) {
            assertThat(Generated.list(group, "Targets").stream()
                            .map(target -> ((Value.Fields) target).fields().get("Id")))
                    .containsExactlyElementsOf(pinned);
            assertThat(Generated.text(group, "Matcher", "HttpCode") + Generated.text(group, "Matcher", "GrpcCode"))
                    .isNotEmpty()
                    .doesNotContain("30")
                    .doesNotContain("-");
        }
        assertThat(Generated.attribute(inner, "LoadBalancerAttributes", "load_balancing.cross_zone.enabled"))
                .isEqualTo("true");
        generated.topology().seam().ports().stream()
                .filter(port -> port.trust().trustedHops() > 0)
                .forEach(port -> assertThat(Generated.attribute(
                                group(generated, port.targetGroup().name()),
                                "TargetGroupAttributes",
                                "preserve_client_ip.enabled"))
                        .isEqualTo("false"));
    }

    private static Resource group(Generated generated, String name) {
        return generated.resources(TARGET_GROUP).stream()
                .filter(group -> Generated.text(group, "Name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p10_mail_goes_with_the_zone_and_a_zone_outlives_its_stack(Generated generated) {
        for (Resource zone : generated.resources("AWS::Route53::HostedZone")) {
            assertThat(zone.retained()).isTrue();
            assertThat(generated.stackOf(zone).template().outputs())
                    .anyMatch(output -> output.name().endsWith("NameServers"));
        }
        boolean mail = generated.topology().spec().entries().stream()
                .flatMap(entry -> entry.zone().stream())
                .anyMatch(zone -> zone instanceof dev.gatehouse.model.spec.CreatedZone created
                        && !created.mail().isEmpty());
        assertThat(generated.resources("AWS::Route53::RecordSet").stream()
                        .anyMatch(record -> Generated.text(record, "Type").equals("MX")))
                .isEqualTo(mail);
    }

    // ---- 11: entries kept apart

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p11_a_listener_of_the_alb_forwards_only_the_hosts_of_its_own_entries(Generated generated) {
        Map<String, Set<Integer>> priorities = new HashMap<>();
        for (Resource rule : generated.resources(RULE)) {
            Entry entry = generated.topology().spec().entries().stream()
                    .filter(each -> Generated.list(rule, "Conditions", "0", "HostHeaderConfig", "Values")
                            .equals(List.of(Value.text(each.host()))))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(rule.id() + " is for no entry's host"));
            String listener = listener(Generated.required(rule, "ListenerArn"));
            assertThat(listener).endsWith("Https" + generated.topology().clientPort(entry));
            assertThat(generated.resource(listener).properties().containsKey("MutualAuthentication"))
                    .isEqualTo(generated.topology().keeps(HopKind.APPLICATION_LOAD_BALANCER, MutualTls.class, entry));
            int priority = ((Value.Whole) Generated.required(rule, "Priority"))
                    .number()
                    .intValueExact();
            assertThat(priorities
                            .computeIfAbsent(listener, key -> new HashSet<>())
                            .add(priority))
                    .isTrue();
            assertThat(priority).isBetween(1, 50_000);
        }
        for (Resource listener : generated.resources(LISTENER)) {
            if (Generated.text(listener, "Protocol").startsWith("HTTP")) {
                assertThat(Generated.text(listener, "DefaultActions", "0", "Type"))
                        .isEqualTo(
                                Generated.text(listener, "Protocol").equals("HTTPS") ? "fixed-response" : "redirect");
            }
        }
    }

    /** The listener that a rule belongs to, also where another stack makes it. */
    private static String listener(Value arn) {
        return arn instanceof Value.Identity here
                ? here.resource()
                : ((Value.Given) arn).parameter().replaceFirst("Arn$", "");
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p11_no_public_entry_is_served_in_the_clear(Generated generated) {
        for (Resource listener : generated.resources(LISTENER)) {
            String protocol = Generated.text(listener, "Protocol");
            if (protocol.equals("TLS") || protocol.equals("HTTPS")) {
                assertThat(Generated.text(listener, "SslPolicy")).startsWith("ELBSecurityPolicy-TLS13-1-2-");
                assertThat(Generated.list(listener, "Certificates")).hasSize(1);
            }
        }
        List<String> open = new ArrayList<>();
        generated.topology().seam().ports().stream()
                .filter(port -> port.balancer().equals("public"))
                .filter(port -> !port.terminatesTls() && !port.carriesTls())
                .forEach(port -> open.add(port.name()));
        assertThat(open).isEqualTo(Collections.emptyList());
    }
}

package dev.gatehouse.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Stack;
import dev.gatehouse.aws.graph.TemplateYaml;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.WebFirewall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ways in which such configuration fails in production that are this side's to exclude, by their numbers. */
class PitfallsTest {
    private static final String LOAD_BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    private static final String LISTENER = "AWS::ElasticLoadBalancingV2::Listener";
    private static final String RULE = "AWS::ElasticLoadBalancingV2::ListenerRule";
    private static final String TARGET_GROUP = "AWS::ElasticLoadBalancingV2::TargetGroup";
    private static final String REST_API = "AWS::ApiGateway::RestApi";
    private static final String METHOD = "AWS::ApiGateway::Method";
    private static final String RESOURCE = "AWS::ApiGateway::Resource";

    // ---- 4: the firewall against ML bodies

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p4_long_bodies_are_counted_then_blocked_by_label_except_on_exempt_paths(Generated generated) {
        for (Resource acl : generated.resources("AWS::WAFv2::WebACL")) {
            List<Value> rules = Generated.list(acl, "Rules");
            String all = TemplateYaml.write(List.of(acl));
            boolean asked = generated.topology().duties(HopKind.WEB_ACL).stream()
                    .anyMatch(duty -> duty.requirement() instanceof WebFirewall);
            assertThat(all.contains("AWSManagedRulesCommonRuleSet")).isEqualTo(asked);
            if (!asked) {
                continue;
            }
            assertThat(all).contains("Name: SizeRestrictions_BODY").contains("Name: NoUserAgent_HEADER");
            assertThat(rule(rules, "LongBodies")).contains("Block: {}").contains("core-rule-set:SizeRestrictions_Body");
            assertThat(rule(rules, "NoUserAgent")).contains("Block: {}").contains("core-rule-set:NoUserAgent_Header");
            boolean exempts = generated.topology().spec().requirements(WebFirewall.class).stream()
                    .anyMatch(firewall -> !firewall.except().isEmpty());
            assertThat(rule(rules, "LongBodies").contains("NotStatement")).isEqualTo(exempts);
            if (exempts) {
                assertThat(rule(rules, "Exempt")).contains("Count: {}").contains("NORMALIZE_PATH");
                exemptPaths(generated)
                        .forEach(path -> assertThat(rule(rules, "Exempt")).contains(path));
                assertThat(rule(rules, "Exempt")).doesNotContain("UriPath: {}\n      SearchString: /\n");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p4_bytes_that_the_firewall_does_not_see_are_handled_as_asked(Generated generated) {
        boolean block = generated.topology().duties(HopKind.WEB_ACL).stream()
                .anyMatch(duty -> duty.requirement() instanceof WebFirewall firewall
                        && firewall.unmatchedBody() == WebFirewall.UnmatchedBody.BLOCK);
        for (Resource acl : generated.resources("AWS::WAFv2::WebACL")) {
            String text = TemplateYaml.write(List.of(acl));
            assertThat(text.contains("Name: UnseenBodies")).isEqualTo(block);
            assertThat(text.split(" Body:\n", -1).length).isEqualTo(text.split("OversizeHandling: MATCH", -1).length);
        }
    }

    private static List<String> exemptPaths(Generated generated) {
        List<String> paths = new ArrayList<>();
        for (WebFirewall firewall : generated.topology().spec().requirements(WebFirewall.class)) {
            firewall.except().keySet().forEach(name -> {
                Model model = generated.topology().spec().model(name).orElseThrow();
                paths.add(
                        model.isPrefix()
                                ? model.path().substring(0, model.path().length() - 1)
                                : model.path());
            });
        }
        return paths;
    }

    private static String rule(List<Value> rules, String name) {
        return rules.stream()
                .filter(rule ->
                        Value.text(name).equals(((Value.Fields) rule).fields().get("Name")))
                .map(rule -> TemplateYaml.write(
                        List.of(Resource.of("Rule", "AWS::WAFv2::WebACL").with("Rules", Value.list(rule)))))
                .findFirst()
                .orElse("");
    }

    // ---- 5: listener, PROXY protocol, health check

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p5_no_target_group_speaks_the_proxy_protocol_to_a_plain_health_check(Generated generated) {
        for (Resource group : generated.resources(TARGET_GROUP)) {
            if (Generated.list(group, "Targets").isEmpty()) {
                assertThat(Generated.attribute(group, "TargetGroupAttributes", "proxy_protocol_v2.enabled"))
                        .isEqualTo("false");
                boolean ambassador = generated.topology().hops().stream()
                        .anyMatch(hop -> hop.kind().equals(HopKind.AMBASSADOR));
                assertThat(Generated.text(group, "HealthCheckPath"))
                        .isEqualTo(ambassador ? "/ambassador/v0/check_ready" : "");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p5_each_port_of_the_seam_has_its_own_listener_and_the_pods_admit_only_the_balancer(Generated generated) {
        assertThat(generated.resources(LISTENER).stream()
                        .filter(listener -> Set.of("TCP", "TLS").contains(Generated.text(listener, "Protocol"))))
                .hasSameSizeAs(generated.topology().seam().ports());
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

    // ---- 8: API Gateway

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p8_a_deployment_depends_on_every_method_of_its_api(Generated generated) {
        for (Resource deployment : generated.resources("AWS::ApiGateway::Deployment")) {
            Stack stack = generated.stackOf(deployment);
            List<Resource> methods = generated.resources(METHOD).stream()
                    .filter(method -> samePlace(method, deployment, "RestApiId"))
                    .toList();
            assertThat(methods).isNotEmpty();
            for (Resource method : methods) {
                boolean together = generated.stackOf(method).equals(stack);
                assertThat(
                                together
                                        ? deployment.dependsOn().contains(method.id())
                                        : generated.stackOf(method).order() < stack.order())
                        .as(method.id())
                        .isTrue();
            }
        }
    }

    private static boolean samePlace(Resource a, Resource b, String property) {
        return entryWord(Generated.required(a, property)).equals(entryWord(Generated.required(b, property)));
    }

    private static String entryWord(Value value) {
        if (value instanceof Value.Given given) {
            return given.parameter().replaceFirst("Id$", "");
        }
        return value instanceof Value.Identity identity ? identity.resource() : String.valueOf(value);
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p8_bodies_stay_whole_and_execute_api_is_closed(Generated generated) {
        for (Resource api : generated.resources(REST_API)) {
            assertThat(Generated.list(api, "BinaryMediaTypes")).containsExactly(Value.text("*/*"));
            assertThat(api.properties()).containsEntry("DisableExecuteApiEndpoint", Value.truth(true));
        }
        assertThat(generated.resources("AWS::ApiGateway::DomainName")).hasSameSizeAs(generated.resources(REST_API));
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p8_a_greedy_path_stands_only_below_the_prefix_of_a_model(Generated generated) {
        for (Entry entry : generated.topology().spec().entries()) {
            if (!generated.topology().path(entry).has(HopKind.REST_API)) {
                continue;
            }
            long prefixes = generated.topology().spec().modelsOf(entry).stream()
                    .filter(Model::isPrefix)
                    .map(Model::path)
                    .distinct()
                    .count();
            List<Resource> methods = generated.resources(METHOD).stream()
                    .filter(method -> method.id().startsWith(Names.word(entry.name()) + "Below"))
                    .filter(method ->
                            Generated.text(method, "Integration", "Type").equals("HTTP_PROXY"))
                    .toList();
            assertThat(methods).hasSize((int) prefixes);
        }
        assertThat(generated.resources(RESOURCE).stream()
                        .filter(node -> Generated.text(node, "PathPart").equals("{proxy+}"))
                        .map(Resource::id))
                .allMatch(id -> id.contains("Below"));
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p8_the_backend_sees_the_path_of_the_client_without_the_stage(Generated generated) {
        for (Resource method : generated.resources(METHOD)) {
            if (!Generated.text(method, "Integration", "Type").equals("HTTP_PROXY")) {
                continue;
            }
            String uri = Generated.text(method, "Integration", "Uri");
            String path = uri.replaceFirst("^https?://[^/]+", "").replaceFirst("/\\{proxy}$", "");
            assertThat(path).doesNotContain(RestApis.STAGE + "/");
            assertThat(generated.topology().spec().models().stream()
                            .map(model -> model.path().replaceFirst("/$", ""))
                            .map(bare -> bare.isEmpty() && !uri.endsWith("{proxy}") ? "/" : bare))
                    .contains(path);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p8_the_link_waits_for_listeners_and_its_traffic_meets_no_inbound_rule(Generated generated) {
        assertThat(generated.resources("AWS::ApiGateway::VpcLink"))
                .hasSize(generated.resources(REST_API).isEmpty() ? 0 : 1);
        for (Resource link : generated.resources("AWS::ApiGateway::VpcLink")) {
            assertThat(link.dependsOn()).isNotEmpty();
            assertThat(generated.resource("PrivateLoadBalancer").properties())
                    .containsEntry("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic", Value.text("off"));
            assertThat(generated
                            .stackOf(generated.resource("PrivateLoadBalancer"))
                            .text())
                    .contains("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: 'off'");
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
                .toList();
        boolean hasAlb =
                generated.topology().paths().stream().anyMatch(path -> path.has(HopKind.APPLICATION_LOAD_BALANCER));
        assertThat(toAddresses.isEmpty()).isEqualTo(!hasAlb);
        if (!hasAlb) {
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
                .filter(port -> port.trust().inFront().trustedHops() == 1)
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
            String listener = ((Value.Identity) Generated.required(rule, "ListenerArn")).resource();
            assertThat(listener).endsWith("Https" + generated.topology().clientPort(entry));
            assertThat(generated.resource(listener).properties().containsKey("MutualAuthentication"))
                    .isEqualTo(generated.topology().needsClientCertificates(entry));
            int priority = ((Value.Whole) Generated.required(rule, "Priority"))
                    .number()
                    .intValueExact();
            assertThat(priorities
                            .computeIfAbsent(listener, key -> new java.util.HashSet<>())
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

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void p11_each_entry_has_a_rest_api_of_its_own_with_only_its_models(Generated generated) {
        List<Entry> entries = generated.topology().spec().entries().stream()
                .filter(entry -> generated.topology().path(entry).has(HopKind.REST_API))
                .toList();
        assertThat(generated.resources(REST_API).stream().map(Resource::id))
                .containsExactlyInAnyOrderElementsOf(entries.stream()
                        .map(entry -> Names.word(entry.name()) + "RestApi")
                        .toList());
        for (Entry entry : entries) {
            List<String> own = generated.topology().spec().modelsOf(entry).stream()
                    .map(model -> model.path().replaceFirst("/$", ""))
                    .toList();
            generated.resources(METHOD).stream()
                    .filter(method -> entryWord(Generated.required(method, "RestApiId"))
                            .equals(Names.word(entry.name()) + "RestApi"))
                    .map(method -> Generated.text(method, "Integration", "Uri"))
                    .filter(uri -> !uri.isEmpty())
                    .forEach(uri -> {
                        assertThat(uri).matches("https?://" + java.util.regex.Pattern.quote(entry.host()) + ":.*");
                        assertThat(own)
                                .contains(
                                        uri.replaceFirst("^https?://[^/]+", "").replaceFirst("/(\\{proxy})?$", ""));
                    });
        }
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

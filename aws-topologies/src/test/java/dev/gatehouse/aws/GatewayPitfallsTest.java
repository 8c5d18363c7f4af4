package dev.gatehouse.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Stack;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pitfalls 8 and 11 at the REST APIs: stale deployments, ways round, paths too many, entries that meet. */
class GatewayPitfallsTest {
    private static final String ENFORCED = "EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic";
    private static final String REST_API = "AWS::ApiGateway::RestApi";
    private static final String METHOD = "AWS::ApiGateway::Method";
    private static final String RESOURCE = "AWS::ApiGateway::Resource";

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
        boolean met = generated.topology().paths().stream().anyMatch(path -> path.has(HopKind.VPC_LINK));
        assertThat(generated.resources("AWS::ApiGateway::VpcLink")).hasSize(met ? 1 : 0);
        for (Resource link : generated.resources("AWS::ApiGateway::VpcLink")) {
            assertThat(link.dependsOn()).isNotEmpty();
            Resource balancer = generated.resources("AWS::ElasticLoadBalancingV2::LoadBalancer").stream()
                    .filter(each -> each.properties().containsKey(ENFORCED))
                    .findFirst()
                    .orElseThrow();
            assertThat(balancer.properties()).containsEntry(ENFORCED, Value.text("off"));
            assertThat(generated.stackOf(balancer).text()).contains(ENFORCED + ": 'off'");
        }
        if (!met) {
            assertThat(generated.resources())
                    .noneMatch(each -> each.properties().containsKey(ENFORCED));
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
}

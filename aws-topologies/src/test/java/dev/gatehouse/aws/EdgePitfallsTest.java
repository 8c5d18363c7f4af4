package dev.gatehouse.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Model;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pitfalls 1, 4, 8, 10 and 11 at HTTP APIs, distributions, and NLBs in front of an ALB. */
class EdgePitfallsTest {
    private static final String ALL = "dev.gatehouse.aws.Generated#all";

    private static List<Entry> entriesAt(Generated generated, HopKind kind) {
        return generated.topology().spec().entries().stream()
                .filter(entry -> generated.topology().path(entry).has(kind))
                .toList();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void p8_an_HTTP_API_is_called_by_its_own_domain_alone_and_deploys_itself(Generated generated) {
        List<Resource> apis = generated.resources("AWS::ApiGatewayV2::Api");

        assertThat(apis.stream().map(Resource::id))
                .containsExactlyElementsOf(entriesAt(generated, HopKind.HTTP_API).stream()
                        .map(entry -> Names.word(entry.name()) + "HttpApi")
                        .toList());
        apis.forEach(api -> assertThat(api.properties()).containsEntry("DisableExecuteApiEndpoint", Value.truth(true)));
        assertThat(generated.resources("AWS::ApiGatewayV2::Stage"))
                .hasSameSizeAs(apis)
                .allSatisfy(stage -> assertThat(stage.properties())
                        .containsEntry("AutoDeploy", Value.truth(true))
                        .containsEntry("StageName", Value.text("$default")));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void p8_an_HTTP_API_publishes_the_paths_of_its_models_and_says_whose_host_is_meant(Generated generated) {
        for (Entry entry : entriesAt(generated, HopKind.HTTP_API)) {
            List<String> own = generated.topology().spec().modelsOf(entry).stream()
                    .map(Model::path)
                    .map(path -> path.replaceFirst("/$", ""))
                    .toList();
            String word = Names.word(entry.name());
            generated.resources("AWS::ApiGatewayV2::Route").stream()
                    .filter(route ->
                            route.id().startsWith(word + "Path") || route.id().startsWith(word + "Below"))
                    .map(route -> Generated.text(route, "RouteKey"))
                    .forEach(key -> assertThat(own).anyMatch(path -> key.startsWith("ANY " + path)));
            generated.resources("AWS::ApiGatewayV2::Integration").stream()
                    .filter(integration -> integration.id().startsWith(word + "Path"))
                    .forEach(integration -> assertThat(
                                    Generated.text(integration, "RequestParameters", "overwrite:header.Host"))
                            .isEqualTo(entry.host()));
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void p11_a_distribution_answers_to_the_host_of_one_entry_and_keeps_nothing(Generated generated) {
        List<Resource> distributions = generated.resources("AWS::CloudFront::Distribution");

        assertThat(distributions.stream().map(each -> Generated.list(each, "DistributionConfig", "Aliases")))
                .containsExactlyElementsOf(entriesAt(generated, HopKind.CLOUDFRONT).stream()
                        .map(entry -> List.of(Value.text(entry.host())))
                        .toList());
        distributions.forEach(
                each -> assertThat(Generated.text(each, "DistributionConfig", "DefaultCacheBehavior", "CachePolicyId"))
                        .isEqualTo("4135ea2d-6df8-44a3-9df3-4b5a84be39ad"));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void p4_what_a_distribution_needs_of_us_east_1_is_made_there_and_nothing_else(Generated generated) {
        generated
                .stacks()
                .forEach(stack -> assertThat(stack.region().isPresent())
                        .isEqualTo(stack.name().equals("50-global")));
        generated
                .resources("AWS::WAFv2::WebACL")
                .forEach(acl -> assertThat(Generated.text(acl, "Scope"))
                        .isEqualTo(generated.stackOf(acl).region().isPresent() ? "CLOUDFRONT" : "REGIONAL"));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void p1_a_distribution_waits_longer_than_what_is_behind_it_may_be_silent(Generated generated) {
        for (Entry entry : entriesAt(generated, HopKind.CLOUDFRONT)) {
            Resource made = generated.resource(Names.word(entry.name()) + "Distribution");
            Value waits = Generated.required(
                    made, "DistributionConfig", "Origins", "0", "VpcOriginConfig", "OriginReadTimeout");
            long seconds = ((Value.Whole) waits).number().longValueExact();
            for (Model model : generated.topology().spec().modelsOf(entry)) {
                long needed = model.isStreamed()
                        ? model.longestSilence().toSeconds()
                        : model.atMost().orElseThrow().toSeconds();
                assertThat(seconds).isGreaterThanOrEqualTo(Math.min(needed, 120));
            }
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void p10_a_target_group_of_an_ALB_waits_for_its_listeners_and_is_checked_by_the_redirect(Generated generated) {
        for (Resource group : generated.resources("AWS::ElasticLoadBalancingV2::TargetGroup")) {
            if (Generated.text(group, "TargetType").equals("alb")) {
                assertThat(group.dependsOn()).contains("ApplicationLoadBalancerHttp80");
                assertThat(Generated.text(group, "HealthCheckPort")).isEqualTo("80");
                assertThat(Generated.text(group, "Matcher", "HttpCode")).isEqualTo("301");
                assertThat(group.properties()).doesNotContainKey("TargetGroupAttributes");
            }
        }
    }
}

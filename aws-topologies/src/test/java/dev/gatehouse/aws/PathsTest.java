package dev.gatehouse.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Stack;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.testing.LegalPaths;
import dev.gatehouse.testing.Specs;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be explored can be generated: every legal path of the design space. */
class PathsTest {
    private static final Map<HopKind, String> MADE_AS = Map.of(
            HopKind.GLOBAL_ACCELERATOR, "AWS::GlobalAccelerator::Accelerator",
            HopKind.WEB_ACL, "AWS::WAFv2::WebACL",
            HopKind.CLOUDFRONT, "AWS::CloudFront::Distribution",
            HopKind.REST_API, "AWS::ApiGateway::RestApi",
            HopKind.HTTP_API, "AWS::ApiGatewayV2::Api",
            HopKind.VPC_LINK, "AWS::ApiGateway::VpcLink",
            HopKind.VPC_LINK_V2, "AWS::ApiGatewayV2::VpcLink",
            HopKind.APPLICATION_LOAD_BALANCER, "AWS::ElasticLoadBalancingV2::LoadBalancer",
            HopKind.NETWORK_LOAD_BALANCER, "AWS::ElasticLoadBalancingV2::LoadBalancer");

    static Stream<Design> everyLegalPath() {
        return LegalPaths.all().stream();
    }

    static Stream<Design> everyPathByName() {
        return everyLegalPath().filter(design -> design.has(HopKind.HOSTED_ZONE));
    }

    @ParameterizedTest
    @MethodSource("everyLegalPath")
    void every_component_of_a_path_is_in_its_templates(Design design) {
        Generated generated = Generated.of("risk-models", design, Specs.riskModels());

        design.path().stream()
                .filter(MADE_AS::containsKey)
                .forEach(kind -> assertThat(generated.resources().map(Resource::type))
                        .as(kind.id())
                        .contains(MADE_AS.getOrDefault(kind, "")));
    }

    @ParameterizedTest
    @MethodSource("everyPathByName")
    void a_zone_in_front_changes_nothing_but_names(Design design) {
        Design behind = LegalPaths.behindZone(design).orElseThrow();

        assertThat(nameless(design)).isEqualTo(nameless(behind));
    }

    /** The templates without what the design's own id goes into: descriptions, hashes, and addresses chosen by them. */
    private static List<String> nameless(Design design) {
        return Generated.of("risk-models", design, Specs.riskModels()).stacks().stream()
                .map(Stack::text)
                .map(text -> text.replaceAll("(?m)^Description: .*$", "")
                        .replaceAll("-[0-9a-f]{8}(?![0-9a-f-])", "-HASH")
                        .replaceAll("(PrivateIPv4Address|Id): '?10\\..*", "$1: PINNED"))
                .toList();
    }
}

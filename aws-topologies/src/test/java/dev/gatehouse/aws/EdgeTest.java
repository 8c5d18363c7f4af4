package dev.gatehouse.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.TemplateYaml;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.testing.Specs;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the web ACL, the ALB and the accelerator emit for single promises. */
class EdgeTest {
    private static Generated of(String design, String platform) {
        return Generated.of(design, Objects.requireNonNull(Specs.byName().get(platform)));
    }

    @Test
    void a_rate_by_address_is_a_rule_of_the_web_acl_in_requests_a_minute() {
        Resource acl = of("route53-alb-nlb-ambassador", "rate-limit-by-address").resource("WebAcl");

        assertThat(Generated.at(acl, "Rules", "0", "Statement", "RateBasedStatement", "Limit"))
                .contains(Value.number(3_000));
        assertThat(Generated.text(acl, "Rules", "0", "Statement", "RateBasedStatement", "AggregateKeyType"))
                .isEqualTo("IP");
    }

    @Test
    void a_web_acl_that_nobody_asks_anything_of_has_no_rule() {
        assertThat(of("route53-alb-nlb-ambassador", "iris").resource("WebAcl").properties())
                .doesNotContainKey("Rules");
    }

    @Test
    void an_exempt_path_is_matched_whole_and_not_as_the_beginning_of_another_name() {
        String atTheAlb = text(of("route53-alb-nlb-ambassador", "web-firewall-blocking"));
        String atTheStage = text(of("apigateway-nlb-ambassador", "web-firewall-blocking"));

        assertThat(atTheAlb).contains("'^(?:/v2/models/iris(?:/|$))'");
        assertThat(atTheStage).contains("'^(?:/live)?(?:/v2/models/iris(?:/|$))'");
    }

    private static String text(Generated generated) {
        return TemplateYaml.write(List.of(generated.resource("WebAcl")));
    }

    @Test
    void grpc_has_target_groups_and_rules_of_its_own() {
        Generated generated = of("route53-alb-nlb-ambassador", "grpc");

        Resource rule = generated.resource("PublicLoadBalancerHttps443PublicGrpcRule");
        assertThat(Generated.list(rule, "Conditions", "1", "HttpHeaderConfig", "Values"))
                .containsExactly(Value.text("application/grpc*"));
        assertThat(Generated.text(generated.resource("PublicLoadBalancerAlbGrpcTargets"), "ProtocolVersion"))
                .isEqualTo("GRPC");
    }

    @Test
    void a_partner_with_mutual_tls_has_a_listener_of_its_own_that_the_accelerator_reaches() {
        Generated generated = of("accelerator-alb-nlb-ambassador", "mutual-tls-beside-another-entry");

        Resource listener = generated.resource("ApplicationLoadBalancerHttps9443");
        assertThat(Generated.text(listener, "MutualAuthentication", "Mode")).isEqualTo("verify");
        assertThat(generated.resource("ApplicationLoadBalancerHttps443").properties())
                .doesNotContainKey("MutualAuthentication");
        assertThat(Generated.list(generated.resource("AcceleratorListener"), "PortRanges").stream()
                        .map(range -> ((Value.Fields) range).fields().get("FromPort")))
                .containsExactly(Value.number(80), Value.number(443), Value.number(9443));
        assertThat(Generated.text(generated.resource("ApplicationLoadBalancer"), "Scheme"))
                .isEqualTo("internal");
    }
}

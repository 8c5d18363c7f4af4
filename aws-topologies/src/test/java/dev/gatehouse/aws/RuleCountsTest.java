package dev.gatehouse.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.cost.RuleCounts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the costs count by, held against the templates. */
class RuleCountsTest {
    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void the_web_acl_has_as_many_rules_as_are_billed(Generated generated) {
        long written = generated.resources("AWS::WAFv2::WebACL").stream()
                .mapToLong(acl -> Generated.list(acl, "Rules").size())
                .sum();

        assertThat(RuleCounts.ofWebAcl(generated.topology())).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void the_listeners_of_the_alb_have_as_many_rules_as_requests_are_held_against(Generated generated) {
        assertThat(RuleCounts.ofApplicationBalancer(generated.topology()))
                .isEqualTo(generated
                        .resources("AWS::ElasticLoadBalancingV2::ListenerRule")
                        .size());
    }
}

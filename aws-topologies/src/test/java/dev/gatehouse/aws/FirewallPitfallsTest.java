package dev.gatehouse.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.TemplateYaml;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.WebFirewall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pitfall 4: the firewall against the bodies of machine-learning requests. */
class FirewallPitfallsTest {

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
}

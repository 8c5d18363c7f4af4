package dev.gatehouse.aws.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void names_of_the_spec_read_as_words() {
        assertThat(Names.word("risk-models")).isEqualTo("RiskModels");
        assertThat(Names.path("/v2/models/fraud")).isEqualTo("V2ModelsFraud");
        assertThat(Names.path("bank.example")).isEqualTo("BankExample");
        assertThat(Names.joined("partner", "Plan", "gold")).isEqualTo("PartnerPlanGold");
    }

    @Test
    void no_two_names_give_one_word() {
        List<String> parts = List.of("a", "b", "1", "a1", "ab", "plan", "path");
        List<String> names = new ArrayList<>(parts);
        parts.forEach(first -> parts.forEach(second -> names.add(first + "-" + second)));
        Set<String> words = new HashSet<>();
        Set<String> joined = new HashSet<>();

        names.forEach(name -> assertThat(words.add(Names.word(name))).as(name).isTrue());
        names.forEach(first -> names.forEach(second -> assertThat(joined.add(Names.joined(first, "Plan", second)))
                .as(first + " and " + second)
                .isTrue()));
    }

    @Test
    void no_two_paths_give_one_word() {
        List<String> paths =
                List.of("", "/a", "/a/b", "/a.b", "/a-b", "/ab", "/A/b", "/a_b", "/a/1", "/a1", "/a//b", "/é");

        assertThat(paths.stream().map(Names::path)).doesNotHaveDuplicates();
    }

    @Test
    void a_physical_name_changes_exactly_when_a_replacing_property_does() {
        Resource group = Resource.of("Group", "AWS::ElasticLoadBalancingV2::TargetGroup")
                .with("Port", 8080)
                .with("Protocol", "TCP")
                .with("VpcId", "vpc-1");
        String name = name(group);

        assertThat(name).hasSizeLessThanOrEqualTo(32).startsWith("platform-edge-");
        for (String property : ResourceTypes.of(group.type()).properties()) {
            if (property.equals("Name")) {
                continue;
            }
            boolean replaces = ResourceTypes.of(group.type()).replacing().contains(property);
            assertThat(name(group.with(property, "changed")).equals(name))
                    .as(property)
                    .isEqualTo(!replaces);
        }
    }

    @Test
    void what_replaces_the_target_of_a_reference_replaces_the_name_too() {
        Resource small = Resource.of("Vpc", "AWS::EC2::VPC").with("CidrBlock", "10.0.0.0/20");
        Resource group =
                Resource.of("Group", "AWS::ElasticLoadBalancingV2::TargetGroup").with("VpcId", small.identity());

        String before = Names.physical("edge", "a", group, id -> Optional.of(small));

        assertThat(Names.physical("edge", "a", group, id -> Optional.of(small.with("CidrBlock", "10.1.0.0/20"))))
                .isNotEqualTo(before);
        assertThat(Names.physical("edge", "a", group, id -> Optional.of(small.with("EnableDnsSupport", true))))
                .isEqualTo(before);
    }

    @Test
    void two_scopes_never_share_a_name() {
        Resource balancer = Resource.of("Balancer", "AWS::ElasticLoadBalancingV2::LoadBalancer");

        assertThat(Names.physical("edge", "a", balancer, id -> Optional.empty()))
                .isNotEqualTo(Names.physical("edge", "b", balancer, id -> Optional.empty()));
    }

    @Test
    void a_long_slug_is_cut_before_the_hash() {
        Resource balancer = Resource.of("Balancer", "AWS::ElasticLoadBalancingV2::LoadBalancer");

        assertThat(Names.physical("a-platform-with-a-very-long-name", "a", balancer, id -> Optional.empty()))
                .hasSizeLessThanOrEqualTo(32)
                .matches("a-platform-with-a-very-[0-9a-f]{8}");
    }

    private static String name(Resource resource) {
        return Names.physical("platform-edge", "a", resource, id -> Optional.empty());
    }
}

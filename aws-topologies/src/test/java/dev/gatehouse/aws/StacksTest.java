package dev.gatehouse.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.aws.graph.Names;
import dev.gatehouse.aws.graph.Output;
import dev.gatehouse.aws.graph.Parameter;
import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.Stack;
import dev.gatehouse.model.topology.TargetGroup;
import dev.gatehouse.model.topology.Topology;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StacksTest {
    private static final Pattern REFERENCE = Pattern.compile("!(?:Ref|GetAtt) ([A-Za-z0-9:]+)");
    private static final Pattern SUBSTITUTED = Pattern.compile("\\$\\{([A-Za-z0-9:]+)");
    private static final Pattern KEY = Pattern.compile("^  ([A-Za-z0-9]+):$", Pattern.MULTILINE);

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void every_reference_in_the_text_resolves(Generated generated) {
        for (Stack stack : generated.stacks()) {
            Set<String> known = new HashSet<>(Set.of("AWS::Region", "AWS::Partition"));
            Matcher keys = KEY.matcher(stack.text());
            while (keys.find()) {
                known.add(keys.group(1));
            }
            for (Pattern pattern : List.of(REFERENCE, SUBSTITUTED)) {
                Matcher references = pattern.matcher(stack.text());
                while (references.find()) {
                    assertThat(known).as(stack.name()).contains(references.group(1));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void no_id_stands_twice_in_a_design(Generated generated) {
        assertThat(generated.resources().map(Resource::id)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void what_a_stack_is_given_is_an_output_of_an_earlier_one(Generated generated) {
        Map<String, Integer> outputs = new HashMap<>();
        for (Stack stack : generated.stacks()) {
            for (Parameter parameter : stack.template().parameters()) {
                parameter.giver().stack().ifPresent(giver -> {
                    assertThat(outputs).as(stack.name()).containsKey(giver + "/" + parameter.name());
                    assertThat(outputs.get(giver + "/" + parameter.name())).isLessThan(stack.order());
                });
            }
            for (Output output : stack.template().outputs()) {
                outputs.put(stack.name() + "/" + output.name(), stack.order());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void stacks_are_within_the_limits_and_in_deploy_order(Generated generated) {
        assertThat(generated.stacks()).isSorted().isNotEmpty();
        assertThat(generated.stacks().stream().map(Stack::name)).doesNotHaveDuplicates();
        for (Stack stack : generated.stacks()) {
            assertThat(stack.template().resources()).hasSizeLessThanOrEqualTo(450);
            assertThat(stack.text().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(51_200);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void balancers_addresses_and_zones_share_a_stack_with_nothing_that_changes_often(Generated generated) {
        Set<String> calm = Set.of(
                "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::EC2::EIP", "AWS::GlobalAccelerator::Accelerator");
        Set<String> names = Set.of("AWS::Route53::HostedZone", "AWS::Route53::RecordSet");
        for (Stack stack : generated.stacks()) {
            List<String> types =
                    stack.template().resources().stream().map(Resource::type).toList();
            if (types.stream().anyMatch(calm::contains)) {
                assertThat(calm).containsAll(types);
            }
            if (types.contains("AWS::Route53::HostedZone")) {
                assertThat(names).containsAll(types);
                assertThat(stack.order()).isEqualTo(10);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void physical_names_fit(Generated generated) {
        generated
                .resources()
                .filter(resource -> resource.type().startsWith("AWS::ElasticLoadBalancingV2::"))
                .map(resource -> Generated.text(resource, "Name"))
                .filter(name -> !name.isEmpty())
                .forEach(name -> assertThat(name)
                        .hasSizeLessThanOrEqualTo(Names.MAX_LENGTH)
                        .matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?")
                        .doesNotStartWith("internal-"));
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void a_second_run_gives_the_same_bytes(Generated generated) {
        Topology again = generated
                .topology()
                .design()
                .realize(generated.topology().spec(), generated.topology().facts());

        assertThat(CloudFormation.of(again)).isEqualTo(CloudFormation.of(generated.topology()));
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void the_target_groups_are_those_of_the_seam(Generated generated) {
        List<String> ofTheSeam = generated.topology().seam().ports().stream()
                .flatMap(port -> port.targetGroups().stream())
                .map(TargetGroup::name)
                .toList();
        List<String> registering = generated.resources("AWS::ElasticLoadBalancingV2::TargetGroup").stream()
                .filter(group -> Generated.list(group, "Targets").isEmpty())
                .map(group -> Generated.text(group, "Name"))
                .toList();

        assertThat(registering).containsExactlyInAnyOrderElementsOf(ofTheSeam);
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void every_entry_has_a_target_for_its_name_and_an_alias_where_it_has_a_zone(Generated generated) {
        List<String> outputs = generated.stacks().stream()
                .flatMap(stack -> stack.template().outputs().stream())
                .map(Output::name)
                .toList();
        generated.topology().spec().entries().forEach(entry -> {
            String word = Names.word(entry.name());
            assertThat(outputs).contains(word + "Target");
            assertThat(generated.resources().anyMatch(resource -> resource.id().equals(word + "Alias")))
                    .isEqualTo(entry.zone().isPresent());
        });
    }
}

package dev.gatehouse.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.aws.graph.Parameter;
import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.topology.Topology;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParametersTest {
    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void every_parameter_that_is_yours_to_give_is_a_condition_of_the_comparison(Generated generated) {
        Topology topology = generated.topology();
        LocalDate today = Facts.bundled().day();
        String conditions = Comparison.of(topology.spec(), topology.facts(), List.of(topology.design()), today, today)
                .design(topology.design().id())
                .orElseThrow()
                .conditionsOfYours()
                .stream()
                .map(Condition::text)
                .collect(Collectors.joining("\n"));
        Set<String> asked = generated.stacks().stream()
                .flatMap(stack -> stack.template().parameters().stream())
                .filter(parameter -> parameter.giver().stack().isEmpty())
                .map(Parameter::name)
                .map(name -> name.replaceFirst("^(PublicSubnet|PrivateSubnet)[A-D]", "$1…"))
                .collect(Collectors.toSet());

        assertThat(asked)
                .contains("ClusterSecurityGroupId")
                .allSatisfy(name -> assertThat(conditions).contains(name));
    }
}

package dev.gatehouse.aws.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PartitionTest {
    private static final Layer FIRST = new Layer(10, "first", "The first");
    private static final Layer SECOND = new Layer(20, "second", "The second");

    private static Resource vpc(String id) {
        return Resource.of(id, "AWS::EC2::VPC").with("CidrBlock", "10.0.0.0/16");
    }

    private static Resource routes(String id, Resource vpc) {
        return Resource.of(id, "AWS::EC2::RouteTable").with("VpcId", vpc.identity());
    }

    private static List<Stack> stacks(Draft draft) {
        return Partition.of(draft, UnaryOperator.identity());
    }

    @Test
    void a_reference_across_stacks_is_an_output_and_a_parameter_of_one_name() {
        Draft draft = new Draft();
        Resource vpc = draft.add(FIRST, vpc("Vpc"));
        draft.add(SECOND, routes("Routes", vpc));

        List<Stack> stacks = stacks(draft);

        assertThat(stacks).extracting(Stack::name).containsExactly("10-first", "20-second");
        assertThat(stacks.get(0).template().outputs())
                .containsExactly(new Output("VpcId", "For later stacks of this design", vpc.identity()));
        Parameter parameter = stacks.get(1).template().parameters().get(0);
        assertThat(parameter.name()).isEqualTo("VpcId");
        assertThat(parameter.giver()).isEqualTo(Parameter.Giver.stack("10-first"));
        assertThat(stacks.get(1).text()).contains("VpcId: !Ref VpcId");
    }

    @Test
    void a_reference_to_a_later_stack_is_refused() {
        Draft draft = new Draft();
        Resource vpc = draft.add(SECOND, vpc("Vpc"));
        draft.add(FIRST, routes("Routes", vpc));

        assertThatIllegalStateException().isThrownBy(() -> stacks(draft)).withMessageContaining("10-first");
    }

    @Test
    void an_explicit_dependency_on_an_earlier_stack_is_kept_by_the_order_of_stacks() {
        Draft draft = new Draft();
        draft.add(FIRST, vpc("Vpc"));
        draft.add(SECOND, vpc("Other").after(List.of("Vpc")));

        assertThat(stacks(draft).get(1).template().resources().get(0).dependsOn())
                .isEmpty();
    }

    @Test
    void what_has_a_key_leaves_a_layer_that_is_too_much_for_one_stack_and_comes_before_the_rest() {
        Draft draft = new Draft();
        Resource vpc = draft.add(FIRST, vpc("Vpc"));
        for (int number = 0; number < 1000; number++) {
            draft.add(SECOND, "key" + number, routes("Routes" + number, vpc));
        }
        draft.add(SECOND, vpc("Last").after(List.of("Routes1", "Routes2")));

        List<Stack> stacks = stacks(draft);

        assertThat(stacks).isSorted().allMatch(Stack::fits);
        assertThat(stacks.subList(1, stacks.size() - 1))
                .hasSizeBetween(3, 8)
                .allMatch(stack -> stack.order() == 15 && stack.name().startsWith("15-second-"));
        assertThat(stacks.get(stacks.size() - 1).template().resources())
                .extracting(Resource::id)
                .containsExactly("Last");
    }

    @Test
    void a_layer_without_keys_that_is_too_large_is_refused() {
        Draft draft = new Draft();
        for (int number = 0; number < 500; number++) {
            draft.add(FIRST, vpc("Vpc" + number));
        }

        assertThatIllegalStateException().isThrownBy(() -> stacks(draft)).withMessageContaining("10-first");
    }

    @Test
    void an_id_stands_once_in_a_draft() {
        Draft draft = new Draft();
        draft.add(FIRST, vpc("Vpc"));

        assertThatIllegalStateException().isThrownBy(() -> draft.add(SECOND, vpc("Vpc")));
    }
}

package dev.gatehouse.aws.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {
    private static final Resource VPC = Resource.of("Vpc", "AWS::EC2::VPC").with("CidrBlock", "10.0.0.0/16");
    private static final Parameter RANGE = Parameter.yours("Range", "String", "A range");

    private static Template of(List<Parameter> parameters, Resource... resources) {
        return new Template("A test", parameters, List.of(resources), List.of());
    }

    @Test
    void refuses_a_reference_to_a_resource_that_it_lacks() {
        Resource routes = Resource.of("Routes", "AWS::EC2::RouteTable").with("VpcId", VPC.identity());

        assertThatIllegalStateException()
                .isThrownBy(() -> of(List.of(), routes))
                .withMessageContaining("Vpc");
        assertThat(of(List.of(), VPC, routes).resources()).hasSize(2);
    }

    @Test
    void finds_a_reference_however_deep_it_stands() {
        Value deep = Value.list(Value.field("a", Value.list(Value.joined(Value.text("x"), VPC.attribute("VpcId")))));
        Resource group = Resource.of("Group", "AWS::EC2::SecurityGroup").with("SecurityGroupIngress", deep);

        assertThatIllegalStateException().isThrownBy(() -> of(List.of(), group)).withMessageContaining("Vpc");
    }

    @Test
    void refuses_an_explicit_dependency_on_what_it_lacks() {
        Resource gateway = Resource.of("Gateway", "AWS::EC2::InternetGateway").after(List.of("Vpc"));

        assertThatIllegalStateException().isThrownBy(() -> of(List.of(), gateway));
    }

    @Test
    void refuses_a_name_that_stands_twice_and_a_parameter_that_nothing_reads() {
        assertThatIllegalStateException().isThrownBy(() -> of(List.of(), VPC, VPC));
        assertThatIllegalStateException()
                .isThrownBy(() -> of(List.of(RANGE), VPC))
                .withMessageContaining("Range");
        assertThat(of(List.of(RANGE), VPC.with("CidrBlock", RANGE.value())).parameters())
                .hasSize(1);
    }

    @Test
    void a_resource_has_only_properties_and_attributes_of_its_type() {
        assertThatIllegalArgumentException().isThrownBy(() -> VPC.with("Cidr", "10.0.0.0/16"));
        assertThatIllegalArgumentException().isThrownBy(() -> VPC.attribute("Arn"));
        assertThatIllegalArgumentException().isThrownBy(() -> Resource.of("Vpc", "AWS::EC2::Vpc"));
        assertThatIllegalArgumentException().isThrownBy(() -> Resource.of("my-vpc", "AWS::EC2::VPC"));
    }

    @Test
    void every_type_replaces_by_properties_that_it_has() {
        assertThat(ResourceTypes.all()).hasSizeGreaterThan(30);
        ResourceTypes.all().values().forEach(type -> {
            assertThat(type.properties()).as(type.name()).isNotEmpty().containsAll(type.replacing());
            type.tags().ifPresent(tags -> assertThat(type.properties()).contains(tags));
        });
    }
}

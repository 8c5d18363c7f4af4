package dev.gatehouse.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.aws.graph.Resource;
import dev.gatehouse.aws.graph.ResourceTypes;
import dev.gatehouse.aws.graph.Value;
import dev.gatehouse.model.spec.CreatedNetwork;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.testing.Specs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pitfall 9: what one platform becomes when its spec changes into another, over all pairs of the variants. */
class ReplacementTest {
    private static final List<String> NAMED =
            List.of("AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::ElasticLoadBalancingV2::TargetGroup");

    static List<Design> designs() {
        return Designs.all();
    }

    /** Two resources of one type and name, in one account, would be one too many while one replaces the other. */
    @ParameterizedTest
    @MethodSource("designs")
    void resources_of_one_name_have_equal_replacing_properties(Design design) {
        Map<String, Map<String, Value>> byName = new HashMap<>();
        List<String> clashes = new ArrayList<>();
        Specs.byName().forEach((name, spec) -> {
            Generated generated = Generated.of(name, design, spec);
            generated
                    .resources()
                    .filter(resource -> NAMED.contains(resource.type()))
                    .forEach(resource -> {
                        Map<String, Value> replacing = replacing(resource);
                        Map<String, Value> before = byName.putIfAbsent(Generated.text(resource, "Name"), replacing);
                        if (before != null && !before.equals(replacing)) {
                            clashes.add(name + ": " + resource.id() + " " + before + " became " + replacing);
                        }
                    });
        });

        assertThat(clashes).isEmpty();
        assertThat(byName).isNotEmpty();
    }

    /** The other direction: a name that changed for nothing would replace what need not be replaced. */
    @ParameterizedTest
    @MethodSource("designs")
    void equal_replacing_properties_give_one_name(Design design) {
        Map<List<Object>, String> names = new HashMap<>();
        Specs.byName()
                .forEach((platform, spec) -> Generated.of(platform, design, spec)
                        .resources()
                        .filter(resource -> NAMED.contains(resource.type()))
                        .forEach(resource -> {
                            Map<String, Value> rest = new LinkedHashMap<>(replacing(resource));
                            rest.remove("Name");
                            String name = Generated.text(resource, "Name");
                            String before =
                                    names.putIfAbsent(List.of(spec.name(), resource.id(), rest, vpcRange(spec)), name);
                            assertThat(before == null ? name : before)
                                    .as(platform + ": " + resource.id())
                                    .isEqualTo(name);
                        }));
    }

    /** A created VPC is replaced with its range, and what is in it with it. */
    private static String vpcRange(PlatformSpec spec) {
        return spec.network() instanceof CreatedNetwork created ? created.range() : "";
    }

    private static Map<String, Value> replacing(Resource resource) {
        Map<String, Value> replacing = new LinkedHashMap<>();
        for (String property : ResourceTypes.of(resource.type()).replacing()) {
            Value value = resource.properties().get(property);
            if (value != null) {
                replacing.put(property, value);
            }
        }
        return replacing;
    }

    /** A pinned address is not one of the first four or the last of its subnet, which are AWS's own. */
    @ParameterizedTest
    @MethodSource("dev.gatehouse.aws.Generated#all")
    void pinned_addresses_are_in_their_subnets_and_free_to_take(Generated generated) {
        for (Resource balancer : generated.resources("AWS::ElasticLoadBalancingV2::LoadBalancer")) {
            for (Value mapping : Generated.list(balancer, "SubnetMappings")) {
                if (((Value.Fields) mapping).fields().get("PrivateIPv4Address") instanceof Value.Text address) {
                    Cidr asRange = Cidr.of(address.text() + "/32");
                    assertThat(subnets(generated)).anySatisfy(subnet -> {
                        assertThat(asRange.first())
                                .isGreaterThanOrEqualTo(subnet.first() + 4)
                                .isLessThan(subnet.first() + subnet.size() - 1);
                    });
                }
            }
        }
    }

    private static List<Cidr> subnets(Generated generated) {
        List<Cidr> subnets = new ArrayList<>();
        if (generated.topology().spec().network() instanceof dev.gatehouse.model.spec.ExistingNetwork existing) {
            existing.privateSubnets().forEach(subnet -> subnets.add(Cidr.of(subnet.range())));
        }
        generated.resources("AWS::EC2::Subnet").stream()
                .filter(subnet -> subnet.id().startsWith("Private"))
                .forEach(subnet -> subnets.add(Cidr.of(Generated.text(subnet, "CidrBlock"))));
        return subnets;
    }
}

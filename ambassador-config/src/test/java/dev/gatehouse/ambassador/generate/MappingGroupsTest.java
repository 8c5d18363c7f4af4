package dev.gatehouse.ambassador.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing of a group of Mappings may depend on which one Emissary reads first. */
class MappingGroupsTest {
    private static final String ALL = "dev.gatehouse.ambassador.generate.Generated#withAmbassador";

    /** What may differ between the members of a group. */
    private static final Set<String> OF_ONE_MEMBER = Set.of("service", "cluster_tag", "weight", "shadow");

    @ParameterizedTest
    @MethodSource(ALL)
    void names_have_no_dots_and_fit(Generated generated) {
        for (HasMetadata resource : generated.files().resources()) {
            assertThat(resource.getMetadata().getName()).matches("[a-z0-9]([a-z0-9-]{0,251}[a-z0-9])?");
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void the_members_of_a_group_say_alike_whatever_they_share(Generated generated) {
        Map<List<Object>, List<Map<String, Object>>> groups = groups(generated);
        groups.forEach((match, members) -> {
            assertThat(members.stream().map(MappingGroupsTest::shared).distinct())
                    .as("%s", match)
                    .hasSize(1);
            assertThat(members.stream().map(member -> member.get("cluster_tag")))
                    .as("%s", match)
                    .doesNotContainNull()
                    .doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void a_group_has_one_member_without_a_weight(Generated generated) {
        groups(generated)
                .forEach((match, members) -> assertThat(members.stream()
                                .filter(member -> !member.containsKey("shadow") && !member.containsKey("weight")))
                        .as("%s", match)
                        .hasSize(1));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void one_service_with_other_settings_is_another_upstream(Generated generated) {
        Map<String, Set<Object>> settings = new HashMap<>();
        for (HasMetadata mapping : generated.of("Mapping")) {
            Map<String, Object> spec = Generated.settings(mapping);
            List<Object> cluster = new ArrayList<>();
            for (String key : List.of("connect_timeout_ms", "grpc", "resolver", "circuit_breakers", "load_balancer")) {
                cluster.add(String.valueOf(spec.get(key)));
            }
            settings.computeIfAbsent(spec.get("cluster_tag") + " " + spec.get("service"), key -> new HashSet<>())
                    .add(cluster);
        }
        settings.forEach(
                (upstream, different) -> assertThat(different).as(upstream).hasSize(1));
    }

    private static Map<List<Object>, List<Map<String, Object>>> groups(Generated generated) {
        Map<List<Object>, List<Map<String, Object>>> groups = new LinkedHashMap<>();
        for (HasMetadata mapping : generated.of("Mapping")) {
            Map<String, Object> spec = Generated.settings(mapping);
            List<Object> match = new ArrayList<>();
            for (String key : List.of("hostname", "prefix", "headers", "precedence")) {
                match.add(String.valueOf(spec.get(key)));
            }
            groups.computeIfAbsent(match, key -> new ArrayList<>()).add(spec);
        }
        return groups;
    }

    private static Map<String, Object> shared(Map<String, Object> member) {
        Map<String, Object> shared = new HashMap<>(member);
        OF_ONE_MEMBER.forEach(shared::remove);
        return shared;
    }
}

package dev.gatehouse.ambassador.emissary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.ambassador.route.RouteTable;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many Mappings are set up side by side; what is said of them stands in the order of the compiler all the same. */
class ManyMappingsTest {
    private static final int MANY = 2_000;

    /** Every third Mapping is wrong in itself. */
    private static RouteTable table() {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < MANY; at++) {
            text.append("---\n{apiVersion: getambassador.io/v3alpha1, kind: Mapping, metadata: {name: ")
                    .append(name(at))
                    .append(", namespace: ml}, spec: {hostname: '*', prefix: /m")
                    .append(at)
                    .append("/, service: m, resolver: ")
                    .append(wrong(at) ? "none" : "kubernetes-service")
                    .append("}}\n");
        }
        return EmissaryRoutes.of(Manifests.read(List.of(Source.of("many.yaml", text.toString()))));
    }

    private static String name(int at) {
        return "model-%05d".formatted(at);
    }

    private static boolean wrong(int at) {
        return at % 3 == 0;
    }

    @Test
    void complaints_stand_in_the_order_of_input() {
        assertThat(table().problems())
                .filteredOn(problem -> problem.what().contains("resolver"))
                .extracting(problem -> problem.culprit().name())
                .containsExactlyElementsOf(IntStream.range(0, MANY)
                        .filter(ManyMappingsTest::wrong)
                        .mapToObj(ManyMappingsTest::name)
                        .toList());
    }

    @Test
    void every_mapping_that_is_right_has_its_route_once() {
        assertThat(table().upstreams()).isNotEmpty();
        assertThat(table().candidates())
                .filteredOn(candidate -> !candidate.origin().synthetic())
                .extracting(candidate -> candidate.origin().name())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, MANY)
                        .mapToObj(ManyMappingsTest::name)
                        .toList());
    }

    @Test
    void a_second_time_gives_the_same_table() {
        assertThat(table()).isEqualTo(table());
    }
}

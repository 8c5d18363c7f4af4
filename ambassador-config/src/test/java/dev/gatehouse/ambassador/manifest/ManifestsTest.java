package dev.gatehouse.ambassador.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.Cluster;
import dev.gatehouse.model.read.Documents;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.YamlReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestsTest {
    private static Manifests read(String text) {
        return Manifests.read(List.of(Source.of("m.yaml", text)));
    }

    private static List<String> told(Manifests manifests) {
        return manifests.findings().stream()
                .map(finding -> finding.rule() + " " + finding.place() + " " + finding.what())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{prefix: /, service: s, timeout: 5}         | GH-400 | spec has no field 'timeout'; did you mean 'timeout_ms'?",
                "{prefix: /, service: s, cors: {origin: x}}  | GH-400 | spec.cors has no field 'origin'; did you mean 'origins'?",
                "{prefix: 1, service: s}                     | GH-401 | spec.prefix must be text, and is a number",
                "{prefix: /, service: s, headers: {x: true}} | GH-401 | spec.headers.x must be text, and is true or false",
                "{prefix: /, service: s, weight: '5'}        | GH-401 | spec.weight must be a whole number, and is text",
                "{prefix: /, service: s, weight: 5.5}        | GH-401 | spec.weight must be a whole number, and is a number",
                "{prefix: /, service: s, grpc: 'yes'}        | GH-401 | spec.grpc must be true or false, and is text",
                "{prefix: /, service: s, allow_upgrade: x}   | GH-401 | spec.allow_upgrade must be a list, and is text",
                "{prefix: /, service: s, cors: [x]}          | GH-401 | spec.cors must be a mapping, and is a list",
                "{prefix: /, service: s, redirect_response_code: 300} | GH-402 | spec.redirect_response_code is none of its choices: '300'; did you mean '301'?",
                "{prefix: /, service: s, retry_policy: {retry_on: 5x}} | GH-402 | spec.retry_policy.retry_on is none of its choices: '5x'; did you mean '5xx'?",
                "{prefix: /, service: s, health_checks: []}  | GH-403 | spec.health_checks has fewer items than 1",
                "{prefix: /}                                 | GH-404 | spec.service is missing",
                "{prefix: /, service: }                      | GH-404 | spec.service is missing"
            })
    void what_the_api_server_checks_is_told(String spec, String rule, String what) {
        Manifests manifests = Cluster.empty().mapping("m", spec).manifests();

        assertThat(manifests.resources()).hasSize(1);
        assertThat(manifests.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule().text()).isEqualTo(rule);
            assertThat(finding.what()).isEqualTo(what);
            assertThat(finding.subject()).isEqualTo("Mapping m.serving");
            assertThat(finding.place().line()).isEqualTo(5);
        });
    }

    @Test
    void a_port_has_bounds() {
        Manifests manifests = Cluster.empty()
                .with("Listener", "l", "{port: 70000, securityModel: XFP, hostBinding: {}}")
                .manifests();

        assertThat(told(manifests))
                .containsExactly(
                        "GH-403 cluster.yaml:5:14 spec.port is 70000, and must be at least 1 and at most 65535");
    }

    @Test
    void what_is_valid_is_silent() {
        Manifests manifests = Cluster.open()
                .mapping(
                        "m",
                        "{prefix: /, service: s, weight: 5.0, envoy_override: {a: [1]}, labels:"
                                + " {d: [{g: [{generic_key: {value: x}}]}]}, cors: null}")
                .with("Module", "ambassador", "{config: {anything: [goes]}}")
                .manifests();

        assertThat(manifests.findings()).isEmpty();
    }

    @Test
    void lists_and_other_kinds_are_taken_apart_and_counted() {
        Manifests manifests = read("""
                apiVersion: v1
                kind: List
                items:
                - apiVersion: getambassador.io/v3alpha1
                  kind: MappingList
                  items:
                  - {apiVersion: getambassador.io/v3alpha1, kind: Mapping, metadata: {name: a}, spec: {prefix: /, service: s}}
                - {apiVersion: apps/v1, kind: Deployment, metadata: {name: d}}
                - {apiVersion: v1, kind: Service, metadata: {name: s}}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: t}
                ---
                ---
                """);

        assertThat(manifests.findings()).isEmpty();
        assertThat(manifests.resources()).extracting(Manifest::key).containsExactly("a.default");
        assertThat(manifests.passedOver()).isEqualTo(Map.of("Deployment", 1, "Service", 2));
    }

    @Test
    void versions_kinds_names_and_repetitions_are_told() {
        Manifests manifests = read("""
                {apiVersion: getambassador.io/v2, kind: Mapping, metadata: {name: old}, spec: {prefix: /, service: s, x: 1}}
                ---
                {apiVersion: getambassador.io/v3alpha2, kind: Mapping, metadata: {name: new}, spec: {}}
                ---
                {apiVersion: getambassador.io/v3alpha1, kind: Maping, metadata: {name: m}}
                ---
                {apiVersion: getambassador.io/v3alpha1, kind: Host, metadata: {}}
                ---
                {apiVersion: getambassador.io/v3alpha1, kind: Host, metadata: {name: h}}
                ---
                {apiVersion: getambassador.io/v3alpha1, kind: Host, metadata: {name: h}}
                --- [1]
                ---
                {kind: Host}
                """);

        assertThat(told(manifests))
                .containsExactly(
                        "GH-405 m.yaml:1:14 getambassador.io/v2 is not served by an Emissary 4 as it is installed by default",
                        "GH-406 m.yaml:3:14 getambassador.io has no version 'v3alpha2'; did you mean 'v3alpha1'?",
                        "GH-407 m.yaml:5:47 getambassador.io has no kind 'Maping'; did you mean 'Mapping'?",
                        "GH-408 m.yaml:7:63 a Host has no metadata.name",
                        "GH-409 m.yaml:11:1 Host h.default is defined already at m.yaml:9:1",
                        "GH-410 m.yaml:12:5 a document is a list, not a resource",
                        "GH-410 m.yaml:14:1 a document has no apiVersion, so it is not a resource");
    }

    /**
     * Every seventh document defines a name again, and one in six each is of another kind, a list, wrong or nothing.
     */
    private static String manyDocuments(int count) {
        List<String> forms = List.of(
                "{apiVersion: getambassador.io/v3alpha1, kind: Mapping, metadata: {name: m%d}, spec: {prefix: /, service: s}}",
                "{apiVersion: getambassador.io/v3alpha1, kind: Mapping, metadata: {name: m%d}, spec: {prefix: %1$d}}",
                "{apiVersion: v1, kind: Service, metadata: {name: s%d}}",
                "{apiVersion: v1, kind: List, items: [{apiVersion: getambassador.io/v2, kind: Host, metadata: {name: h%d}}]}",
                "{apiVersion: getambassador.io/v3alpha1, kind: Hst, metadata: {name: h%d}}",
                "[%d]");
        return IntStream.range(0, count)
                .mapToObj(at -> forms.get(at % forms.size()).formatted(at / 7))
                .collect(Collectors.joining("\n---\n"));
    }

    @ParameterizedTest
    @ValueSource(ints = {499, 500, 501, 3_000})
    void many_documents_read_as_each_by_itself(int count) {
        List<Node> roots = YamlReader.read("m.yaml", manyDocuments(count)).roots();

        Manifests together = Manifests.read(List.of(Source.of(new Documents(roots, List.of()))));
        Manifests alone = Manifests.read(roots.stream()
                .map(root -> Source.of(new Documents(List.of(root), List.of())))
                .toList());

        assertThat(together.resources()).isEqualTo(alone.resources()).hasSizeGreaterThan(count / 7);
        assertThat(together.findings()).isEqualTo(alone.findings()).hasSizeGreaterThan(count / 6);
        assertThat(together.passedOver()).isEqualTo(alone.passedOver()).containsKeys("Service", "Hst");
    }
}

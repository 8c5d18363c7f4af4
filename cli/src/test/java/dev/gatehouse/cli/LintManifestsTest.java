package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules about Ambassador's manifests, from the command line. */
class LintManifestsTest {
    private static final String TWO_MAPPINGS = """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: getambassador.io/v3alpha1
              kind: Mapping
              metadata: {name: fraud, namespace: serving}
              spec: {hostname: "*", prefix: /v2/models/fraud/, rewrite: "", service: "fraud:8080", weight: 10}
            - apiVersion: getambassador.io/v3alpha1
              kind: Mapping
              metadata: {name: fraud-v2, namespace: serving}
              spec: {hostname: "*", prefix: /v2/models/fraud/, rewrite: "", service: "fraud-v2:8080", weight: 20}
            """;

    @TempDir
    private Path folder;

    @Test
    void takes_what_kubectl_prints_from_standard_input() {
        Ran ran = Ran.given(folder, TWO_MAPPINGS, "lint", "-");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("GH-433 error -:", "70 % of the requests fall through");
    }

    @Test
    void files_are_linted_as_one_set() throws IOException {
        String[] items = TWO_MAPPINGS.split("(?m)^- ", -1);
        Files.writeString(folder.resolve("a.yaml"), items[1].replace("\n  ", "\n"));
        Files.writeString(folder.resolve("b.yaml"), items[2].replace("\n  ", "\n"));

        assertThat(Ran.in(folder, "lint", "a.yaml").out()).contains("GH-434");
        assertThat(Ran.in(folder, "lint", "a.yaml", "b.yaml").out())
                .contains("GH-433")
                .doesNotContain("GH-434");
    }

    @Test
    void leaves_out_what_the_baseline_has() throws IOException {
        Files.writeString(folder.resolve("mappings.yaml"), TWO_MAPPINGS);
        Ran before = Ran.in(folder, "lint", "mappings.yaml", "-o", "json");
        Files.writeString(folder.resolve("old.json"), before.out());
        Files.writeString(
                folder.resolve("mappings.yaml"),
                TWO_MAPPINGS + "- " + HOSTLESS.strip().replace("\n", "\n  ") + "\n");

        Ran after = Ran.in(folder, "lint", "mappings.yaml", "--baseline", "old.json");

        assertThat(after.out()).contains("GH-412").doesNotContain("GH-433");
        assertThat(after.status()).isEqualTo(1);
    }

    private static final String HOSTLESS = """
            apiVersion: getambassador.io/v3alpha1
            kind: Mapping
            metadata: {name: credit, namespace: serving}
            spec: {prefix: /v2/models/credit, rewrite: "", service: "credit:8080"}
            """;

    @Test
    void writes_sarif_for_code_scanners() {
        assertThat(Ran.given(folder, TWO_MAPPINGS, "lint", "-", "-o", "sarif").out())
                .contains("\"ruleId\": \"GH-433\"", "\"level\": \"error\"");
    }

    @Test
    void explains_a_rule_in_a_paragraph_with_its_source() {
        assertThat(Ran.call("lint", "--explain", "GH-412").out())
                .contains("a Mapping without a hostname", "no error is posted.", "source: seen in runs of Emissary");
    }
}

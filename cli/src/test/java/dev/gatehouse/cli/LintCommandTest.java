package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LintCommandTest {
    private static final String IRIS = """
            schema: gatehouse/platform/1
            name: iris
            region: eu-west-1
            entries:
              public: { host: models.example.com }
            models:
              iris: { service: iris.serving:8080, path: /v2/models/iris/, answers: { at-most: 3 s }, load: { average: 20/s, peak: 100/s, request: 1 KB, response: 1 KB } }
            """;

    private static final String SHEET = """
            kind: rest-api
            limits:
              - { id: request-timeout, value: 29, text: ends after 29 s, source: { granted: case 1 }, reason: raised }
            """;

    private static final String MANIFEST = """
            apiVersion: getambassador.io/v3alpha1
            kind: Host
            metadata: { name: fraud, namespace: serving }
            spec: { hostname: models.example.com }
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_examples_have_neither_errors_nor_warnings() {
        Ran ran = Ran.call("lint", "examples/platforms", "--fail-on", "warning");

        assertThat(ran.out()).doesNotContain(" error ", " warning ");
        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void ten_mistakes_give_at_least_ten_findings_each_with_a_place_and_a_fix() {
        Ran ran = Ran.in(resources(), "lint", "ten-mistakes.yaml");

        Goldens.file("lint/ten-mistakes.txt", ran.out());
        assertThat(ran.status()).isEqualTo(1);
        List<String> heads =
                ran.out().lines().filter(line -> line.startsWith("GH-")).toList();
        assertThat(heads)
                .hasSizeGreaterThanOrEqualTo(10)
                .allMatch(line -> line.matches("GH-\\d{3} (error|warning|note) ten-mistakes\\.yaml:\\d+:\\d+  .+"));
        assertThat(ran.out().lines().filter(line -> line.startsWith("  fix: "))).hasSameSizeAs(heads);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "sarif"})
    void writes_findings_for_machines(String form) {
        Ran ran = Ran.in(resources(), "lint", "ten-mistakes.yaml", "-o", form);

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .startsWith(form.equals("json") ? "{\n  \"schema\": \"gatehouse/lint/1\"" : "{\n  \"$schema\": ")
                .contains("GH-");
        assertThat(Ran.in(resources(), "lint", "ten-mistakes.yaml", "-o", form)).isEqualTo(ran);
    }

    @Test
    void tells_kinds_of_files_apart_by_their_content() throws IOException {
        write("a.yaml", IRIS);
        write("b/c.yml", SHEET);
        write("b/d.json", "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": []}");
        write("b/manifest.yaml", MANIFEST);
        write("b/somebody-elses.yaml", "version: 2\njobs: []\n");
        write("b/empty.yaml", "");

        Ran ran = Ran.in(folder, "lint", ".");

        assertThat(ran.out())
                .endsWith("in 1 platform spec, 1 file of facts, 2 files of manifests, 1 other file\n")
                .contains("GH-710 error ./b/c.yml:3:");
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void a_named_file_of_no_known_kind_is_a_finding() throws IOException {
        write("ci.yaml", "version: 2\n");
        write("empty.yaml", "# nothing\n");

        Ran ran = Ran.in(folder, "lint", "ci.yaml", "empty.yaml");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("GH-615 error ci.yaml  neither", "GH-615 error empty.yaml  there is nothing");
    }

    @Test
    void reads_standard_input() {
        assertThat(Ran.given(folder, IRIS, "lint", "-").out()).isEqualTo("no findings in 1 platform spec\n");
        assertThat(Ran.given(folder, "name: [", "lint", "-").out()).startsWith("GH-101 error -:1:");
    }

    @Test
    void own_facts_are_read_beside_their_spec() throws IOException {
        write("specs/iris.yaml", IRIS + "facts: [ ../own/facts.yaml, gone.yaml ]\n");
        write("own/facts.yaml", SHEET);

        Ran ran = Ran.in(folder, "lint", "specs/iris.yaml");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains("GH-710 error own/facts.yaml:3:")
                .contains("GH-610 error specs/iris.yaml:8:29  there is no file specs/gone.yaml");
    }

    @Test
    void what_cannot_be_read_is_said_apart_and_the_rest_is_looked_at() throws IOException {
        write("iris.yaml", IRIS);
        Files.createDirectories(folder.resolve("nothing"));

        Ran ran = Ran.in(folder, "lint", "gone.yaml", "iris.yaml", "nothing");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEqualTo("no findings in 1 platform spec\n");
        assertThat(ran.err()).contains("GH-610 error gone.yaml  there is no file", "GH-614 error nothing  no YAML");
    }

    @Test
    void warnings_fail_only_where_asked() throws IOException {
        write("iris.yaml", IRIS.replace(", answers: { at-most: 3 s }", ""));

        assertThat(Ran.in(folder, "lint", "iris.yaml").status()).isZero();
        assertThat(Ran.in(folder, "lint", "iris.yaml").out()).contains(" note ");
        assertThat(Ran.in(folder, "lint", "iris.yaml", "--fail-on", "warning").status())
                .isZero();
        assertThat(Ran.in(folder, "lint", "iris.yaml", "--fail-on", "never").err())
                .contains("unknown severity 'never'");
    }

    @Test
    void a_baseline_leaves_out_what_is_old_wherever_it_moved() throws IOException {
        write("iris.yaml", IRIS.replace("eu-west-1", "europe"));
        write("old.json", Ran.in(folder, "lint", "iris.yaml", "-o", "json").out());
        write("iris.yaml", "# moved\n" + IRIS.replace("eu-west-1", "europe"));

        Ran same = Ran.in(folder, "lint", "iris.yaml", "--baseline", "old.json");
        write("iris.yaml", "# moved\n" + IRIS.replace("eu-west-1", "europe").replace("20/s", "20"));
        Ran more = Ran.in(folder, "lint", "iris.yaml", "--baseline", "old.json");
        write("iris.yaml", IRIS);
        Ran repaired = Ran.in(folder, "lint", "iris.yaml", "--baseline", "old.json");

        assertThat(same.status()).isZero();
        assertThat(same.out()).isEqualTo("no findings in 1 platform spec\n");
        assertThat(same.err()).isEqualTo("1 finding left out: in old.json\n");
        assertThat(more.status()).isEqualTo(1);
        assertThat(more.out()).contains("GH-115").doesNotContain("europe");
        assertThat(repaired.err()).isEqualTo("1 finding of old.json no longer there: write it anew\n");
    }

    @Test
    void what_is_no_baseline_is_refused() throws IOException {
        write("iris.yaml", IRIS);

        Ran ran = Ran.in(folder, "lint", "iris.yaml", "--baseline", "iris.yaml");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).startsWith("GH-616 error iris.yaml  iris.yaml is no list of findings");
    }

    @Test
    void explains_a_rule() {
        assertThat(Ran.call("lint", "--explain", "GH-706").out())
                .startsWith("GH-706  fact sheets\n  what it finds: two facts of one name");
        assertThat(Ran.call("lint", "--explain", "gh-601").status()).isZero();
        assertThat(Ran.call("lint", "--explain", "GH-999").err()).contains("there is no rule GH-999");
        assertThat(Ran.call("lint", "--explain", "GH-999").status()).isEqualTo(2);
    }

    @Test
    void no_path_is_a_call_that_cannot_be_understood() {
        assertThat(Ran.call("lint").err()).startsWith("GH-600 error gatehouse lint  PATH is missing");
        assertThat(Ran.call("lint").status()).isEqualTo(2);
    }

    @SuppressWarnings("NullAway") // every file has a folder
    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static Path resources() {
        return Ran.root().resolve("cli/src/test/resources/specs");
    }
}

package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.Goldens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestCommandsTest {
    private static final String SET = "cli/src/test/resources/manifests";
    private static final String TAKEN = "GET https://models.example.com/v2/models/fraud/infer";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void shows_the_routes(String form) {
        Ran ran = Ran.call("routes", SET, "-o", form);

        Goldens.file("manifests/routes-" + form + ".txt", ran.out());
        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void explains_a_request(String form) {
        Ran ran = Ran.call("explain", SET, "--request", TAKEN, "-o", form);

        Goldens.file("manifests/explain-" + form + ".txt", ran.out());
        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void no_route_is_status_1() {
        Ran ran = Ran.call("explain", SET, "--request", "https://models.example.com/nothing");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("404");
    }

    @Test
    void headers_and_listener_are_part_of_the_request() {
        Ran ran = Ran.call(
                "explain",
                SET,
                "--request",
                TAKEN,
                "--header",
                "x-cohort: v4",
                "--header",
                "X-Trace: 1",
                "--listener",
                "public");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("x-cohort: v4").contains("x-trace: 1").contains("listener public");
    }

    @Test
    void reads_files_folders_and_standard_input_alike() throws IOException {
        String manifests = Files.readString(Ran.root().resolve(SET + "/fraud.yaml"));

        Ran ofFolder = Ran.call("routes", SET);

        assertThat(Ran.call("routes", SET + "/fraud.yaml")).isEqualTo(ofFolder);
        assertThat(Ran.given(folder, manifests, "routes", "-")).isEqualTo(ofFolder);
        assertThat(Ran.given(folder, manifests, "lint", "-").out()).endsWith("in 1 file of manifests\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "routes                                         | PATH is missing",
                "routes examples/platforms                      | no resource of getambassador.io is in examples",
                "routes gone.yaml                               | there is no file gone.yaml",
                "explain SET                                    | --request 'METHOD URL' is missing",
                "explain SET --request nonsense                 | a request is written METHOD URL",
                "explain SET --request http://a/ --header x     | a header is written 'name: value'",
                "explain SET --request http://a/ --listener pub | unknown listener 'pub'",
                "envoy SET --upstream fraud                    | an upstream is written NAME=HOST:PORT",
                "envoy SET --upstream frad.serving=h:1         | unknown upstream 'frad.serving'; did you mean",
                "explain SET --request http://a/ -o yaml        | unknown form 'yaml'",
            })
    void what_cannot_be_understood_ends_with_2(String call, String what) {
        Ran ran = Ran.call(call.replace("SET", SET).split(" +", -1));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().replaceAll("\\s+", " ")).contains(what).contains(" fix: ");
    }

    @Test
    void writes_an_envoy_configuration_to_standard_output_or_a_file() throws IOException {
        Ran ran = Ran.call("envoy", SET, "--upstream", "fraud.serving:8080=127.0.0.1:9000");
        String set = Ran.root().resolve(SET).toString();
        Ran toFile =
                Ran.in(folder, "envoy", set, "--upstream", "fraud.serving:8080=127.0.0.1:9000", "--out", "envoy.json");

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).contains("static_resources", "127.0.0.1", "9000", "fraud-v4.serving");
        assertThat(toFile).isEqualTo(new Ran(0, "", ""));
        assertThat(Files.readString(folder.resolve("envoy.json"))).isEqualTo(ran.out());
        assertThat(Ran.in(folder, "envoy", set, "--out", "no/such/folder.json").status())
                .isEqualTo(3);
    }

    @Test
    void findings_about_manifests_are_counted_and_left_to_lint() throws IOException {
        String set = Files.readString(Ran.root().resolve(SET + "/fraud.yaml"));
        Files.writeString(folder.resolve("set.yaml"), set.replace("timeout_ms", "timeout"));

        Ran ran = Ran.in(folder, "routes", "set.yaml");

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).isEqualTo("1 finding about these manifests: gatehouse lint set.yaml\n");
        assertThat(Ran.in(folder, "lint", "set.yaml").out()).contains("no field 'timeout'");
    }

    @Test
    void a_file_that_is_no_yaml_ends_with_2() throws IOException {
        Files.writeString(folder.resolve("broken.yaml"), "kind: [");

        assertThat(Ran.in(folder, "routes", ".").status()).isEqualTo(2);
        assertThat(Ran.in(folder, "routes", ".").err()).startsWith("GH-101 error ./broken.yaml:1:");
    }
}

package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writes_some_files() throws IOException {
        Files.createDirectories(folder.resolve("specs/.hidden"));
        for (String name :
                new String[] {"specs/iris.yaml", "specs/a.json", "specs/b.YML", "specs/read.me", "specs/.hidden/x.yaml"
                }) {
            Files.writeString(folder.resolve(name), name);
        }
    }

    @Test
    void reads_files_and_standard_input() {
        assertThat(text(inputs().read("specs/iris.yaml"))).isEqualTo("specs/iris.yaml");
        assertThat(text(inputs().read("-"))).isEqualTo("from a pipe");
    }

    @Test
    void lists_yaml_and_json_below_a_folder_in_order_and_passes_over_what_is_hidden() {
        assertThat(inputs().below("specs")).containsExactly("specs/a.json", "specs/b.YML", "specs/iris.yaml");
        assertThat(inputs().below("specs/")).containsExactly("specs/a.json", "specs/b.YML", "specs/iris.yaml");
    }

    @Test
    void follows_a_link_to_a_folder() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("specs"));

        assertThat(inputs().below("link")).containsExactly("link/a.json", "link/b.YML", "link/iris.yaml");
    }

    @Test
    void says_what_is_wrong_with_a_path() {
        assertRefused("specs/iriss.yaml", "GH-610", "there is no file specs/iriss.yaml; did you mean 'iris.yaml'?");
        assertRefused("nowhere/iris.yaml", "GH-610", "there is no file nowhere/iris.yaml: nor a folder nowhere");
        assertRefused("specs", "GH-612", "specs is a folder; one file is needed here");
        assertRefused("a\0b", "GH-610", "is no path");
    }

    @Test
    void reads_files_beside_another() throws IOException {
        Files.writeString(folder.resolve("own.yaml"), "own");

        assertThat(inputs().readBeside("specs/iris.yaml", "a.json").name()).isEqualTo("specs/a.json");
        assertThat(inputs().readBeside("specs/iris.yaml", "../own.yaml").name()).isEqualTo("own.yaml");
        assertThat(inputs().readBeside("-", "own.yaml").name()).isEqualTo("own.yaml");
    }

    private void assertRefused(String name, String rule, String what) {
        assertThatThrownBy(() -> inputs().read(name)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(Status.NOT_UNDERSTOOD);
            assertThat(refusal.findings()).hasSize(1).first().satisfies(finding -> {
                assertThat(finding.rule().text()).isEqualTo(rule);
                assertThat(finding.what()).contains(what);
                assertThat(finding.fix()).isNotEmpty();
            });
        });
    }

    private Inputs inputs() {
        return new Inputs(Surroundings.of(
                new ByteArrayInputStream("from a pipe".getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                folder,
                Ran.TODAY));
    }

    private static String text(Input input) {
        return new String(input.bytes(), StandardCharsets.UTF_8);
    }
}

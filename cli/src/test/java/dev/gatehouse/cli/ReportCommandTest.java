package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.topology.Designs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void sees_the_examples() throws IOException {
        Files.createSymbolicLink(folder.resolve("examples"), Ran.root().resolve("examples"));
    }

    @Test
    void writes_everything_and_says_the_verdict() throws IOException {
        Ran ran = Ran.in(folder, "report", "examples/platforms/risk-models.yaml");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out())
                .startsWith("risk-models in eu-west-1, 3 zones, as of 2026-11-22\n")
                .endsWith("\nwrote gatehouse-report/index.html\n")
                .contains("cure: ");
        assertThat(ran.out().lines())
                .allMatch(line -> line.codePointCount(0, line.length()) <= 100 || line.contains("/"));
        assertThat(files("gatehouse-report"))
                .containsKeys("index.html", "comparison.md", "comparison.json", "decision.md", "findings.json");
        assertThat(Designs.ids())
                .allSatisfy(id -> assertThat(files("gatehouse-report"))
                        .containsKeys("designs/" + id + "/diagram.svg", "designs/" + id + "/README.md"));
        assertThat(ran.err().lines()).hasSize(Designs.ids().size() + 2).noneMatch(line -> line.contains("\r"));
    }

    @Test
    void a_second_run_writes_the_same_bytes() throws IOException {
        Ran first = Ran.in(folder, "report", "examples/platforms/iris.yaml", "--out", "a");
        SortedMap<String, String> before = files("a");
        Ran second = Ran.in(folder, "report", "examples/platforms/iris.yaml", "--out", "a");

        assertThat(first.status()).isZero();
        assertThat(second).isEqualTo(first);
        assertThat(files("a")).isEqualTo(before);
    }

    @Test
    void writes_only_the_designs_that_are_named() throws IOException {
        Ran ran = Ran.in(
                folder,
                "report",
                "examples/platforms/iris.yaml",
                "--design",
                "nlb-ambassador",
                "--as-of",
                "2020-11-19");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("as of 2020-11-19");
        assertThat(files("gatehouse-report").keySet().stream().filter(name -> name.startsWith("designs/")))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("designs/nlb-ambassador/"));
    }

    @Test
    void an_invalid_spec_writes_nothing_and_leaves_the_old_report() throws IOException {
        Ran.in(folder, "report", "examples/platforms/iris.yaml", "--design", "nlb-ambassador");
        SortedMap<String, String> before = files("gatehouse-report");
        Files.copy(Ran.root().resolve("cli/src/test/resources/specs/ten-mistakes.yaml"), folder.resolve("bad.yaml"));

        Ran ran = Ran.in(folder, "report", "bad.yaml");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err().lines().filter(line -> line.startsWith("GH-"))).hasSizeGreaterThanOrEqualTo(10);
        assertThat(files("gatehouse-report")).isEqualTo(before);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("examples", "bad.yaml", "gatehouse-report");
        }
    }

    @Test
    void a_run_that_fails_midway_leaves_the_old_report() throws IOException {
        Ran.in(folder, "report", "examples/platforms/iris.yaml", "--out", "old/report");
        SortedMap<String, String> before = files("old");
        Files.writeString(folder.resolve("file"), "in the way");

        Ran stranger = writeInto("old/report/notes.txt", "examples/platforms/iris.yaml", "old/report");
        Ran unwritable = Ran.in(folder, "report", "examples/platforms/iris.yaml", "--out", "file/report");

        assertThat(stranger.status()).isEqualTo(2);
        assertThat(stranger.err()).contains("GH-642 error");
        assertThat(files("old")).containsAllEntriesOf(before);
        assertThat(unwritable.status()).isEqualTo(3);
        assertThat(unwritable.err()).contains("GH-643 error");
        assertThat(unwritable.out()).isEmpty();
        assertThat(folder.resolve("file")).hasContent("in the way");
    }

    @Test
    void a_folder_of_somebody_else_is_refused_and_left_alone() throws IOException {
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/thesis.txt"), "years of work");

        Ran ran = Ran.in(folder, "report", "examples/platforms/iris.yaml", "--out", "mine");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("GH-641 error");
        assertThat(files("mine")).containsOnlyKeys("thesis.txt");
    }

    @Test
    void broken_cells_fail_only_where_asked() {
        String spec = "examples/platforms/risk-models.yaml";
        String iris = "examples/platforms/iris.yaml";

        assertThat(Ran.in(folder, "report", spec, "--fail-on", "broken").status())
                .isEqualTo(1);
        assertThat(Ran.in(folder, "compare", spec).status()).isZero();
        assertThat(Ran.in(folder, "compare", spec, "--fail-on", "broken").status())
                .isEqualTo(1);
        assertThat(Ran.in(folder, "compare", iris, "--fail-on", "broken").status())
                .isZero();
        assertThat(Ran.in(folder, "compare", iris, "--fail-on", "conditional").status())
                .isEqualTo(1);
    }

    @Test
    void a_terminal_gets_a_bar_and_a_pipe_gets_lines() {
        Ran ran = Ran.in(
                folder, "", Surroundings::onTerminal, "report", "examples/platforms/iris.yaml", "--color", "never");

        assertThat(ran.status()).isZero();
        assertThat(ran.err()).contains("\r").contains("report");
        assertThat(ran.out()).doesNotContain("\r").doesNotContain("\u001b");
    }

    @Test
    void generates_the_files_of_one_design() throws IOException {
        Ran ran = Ran.in(folder, "generate", "examples/platforms/iris.yaml", "--design", "nlb-ambassador");

        assertThat(ran.status()).as(ran.err()).isZero();
        assertThat(ran.out().lines())
                .contains("nlb-ambassador/manifest.json")
                .allMatch(file -> Files.isRegularFile(folder.resolve(file)));
        SortedMap<String, String> before = files("nlb-ambassador");
        assertThat(Ran.in(folder, "generate", "examples/platforms/iris.yaml", "--design", "nlb-ambassador"))
                .isEqualTo(ran);
        assertThat(files("nlb-ambassador")).isEqualTo(before);
    }

    @Test
    void generates_nothing_where_a_bound_is_not_met() {
        Ran ran = Ran.in(
                folder,
                "generate",
                "examples/platforms/risk-models.yaml",
                "--design",
                "apigateway-nlb",
                "--fail-on",
                "broken");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("nothing written");
        assertThat(folder.resolve("apigateway-nlb")).doesNotExist();
    }

    @Test
    void generate_needs_one_known_design() {
        assertThat(Ran.in(folder, "generate", "examples/platforms/iris.yaml").err())
                .contains("GH-600 error gatehouse generate  --design ID is missing");
        assertThat(Ran.in(folder, "generate", "examples/platforms/iris.yaml", "--design", "nlb-ambasador")
                        .err())
                .contains("did you mean 'nlb-ambassador'?");
    }

    private Ran writeInto(String stranger, String spec, String out) throws IOException {
        Files.writeString(folder.resolve(stranger), "somebody's");
        return Ran.in(folder, "report", spec, "--out", out);
    }

    private SortedMap<String, String> files(String name) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        Path root = folder.resolve(name);
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!root.relativize(file).toString().startsWith(".")) {
                    files.put(root.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return files;
    }
}

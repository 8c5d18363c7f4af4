package dev.gatehouse.report.folder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.gatehouse.model.finding.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is replaced as a whole or left as it is. */
final class OwnFolderTest {
    private static final Map<String, String> FILES = Map.of("index.html", "new", "designs/a/README.md", "a");
    /** One path is a file and a folder at once: writing fails after the first files. */
    private static final Map<String, String> IMPOSSIBLE = Map.of("a.txt", "a", "b", "a file", "b/c.txt", "below it");

    @TempDir
    private Path folder;

    private static SortedMap<String, String> contents(Path of) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> below = Files.walk(of)) {
            for (Path file : below.filter(Files::isRegularFile).toList()) {
                contents.put(of.relativize(file).toString().replace('\\', '/'), Files.readString(file, UTF_8));
            }
        }
        return contents;
    }

    private static void refuses(String rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.findings())
                                .singleElement()
                                .satisfies(finding -> {
                                    assertThat(finding.rule().text()).isEqualTo(rule);
                                    assertThat(finding.fix()).isNotEmpty();
                                }));
    }

    private List<String> beside() throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void a_new_folder_is_written_with_those_above_it() throws IOException {
        Path target = folder.resolve("deep/er/report");

        OwnFolder.of("report", target).replace(FILES);

        assertThat(contents(target))
                .containsAllEntriesOf(FILES)
                .containsOnlyKeys(".gatehouse", "index.html", "designs/a/README.md");
        assertThat(beside()).containsExactly("deep");
    }

    @Test
    void a_second_run_gives_the_same_bytes_and_drops_what_is_no_longer_written() throws IOException {
        Path target = folder.resolve("report");
        OwnFolder.of("report", target).replace(Map.of("old.txt", "old", "index.html", "old"));
        OwnFolder.of("report", target).replace(FILES);
        SortedMap<String, String> first = contents(target);

        OwnFolder.of("report", target).replace(FILES);

        assertThat(contents(target)).isEqualTo(first).doesNotContainKey("old.txt");
        assertThat(beside()).containsExactly("report");
    }

    @Test
    void an_empty_folder_may_be_written() throws IOException {
        Path target = Files.createDirectory(folder.resolve("report"));

        OwnFolder.of("report", target).replace(FILES);

        assertThat(contents(target)).containsAllEntriesOf(FILES);
    }

    @Test
    void a_run_that_fails_midway_leaves_the_old_folder_whole_and_nothing_beside_it() throws IOException {
        Path target = folder.resolve("report");
        OwnFolder.of("report", target).replace(FILES);
        SortedMap<String, String> before = contents(target);

        refuses("GH-643", () -> OwnFolder.of("report", target).replace(IMPOSSIBLE));

        assertThat(contents(target)).isEqualTo(before);
        assertThat(beside()).containsExactly("report");
    }

    @Test
    void a_first_run_that_fails_leaves_nothing() throws IOException {
        refuses("GH-643", () -> OwnFolder.of("report", folder.resolve("report")).replace(IMPOSSIBLE));

        assertThat(beside()).isEmpty();
    }

    @Test
    void a_file_is_refused() throws IOException {
        Path target = Files.writeString(folder.resolve("report"), "mine");

        refuses("GH-640", () -> OwnFolder.of("report", target).replace(FILES));

        assertThat(target).hasContent("mine");
    }

    @Test
    void a_folder_that_somebody_else_wrote_is_refused() throws IOException {
        Path target = Files.createDirectory(folder.resolve("report"));
        Files.writeString(target.resolve("thesis.txt"), "mine");

        refuses("GH-641", () -> OwnFolder.of("report", target).replace(FILES));

        assertThat(contents(target)).containsExactly(Map.entry("thesis.txt", "mine"));
    }

    @Test
    void a_folder_of_another_command_is_refused() throws IOException {
        Path target = folder.resolve("report");
        OwnFolder.of("generate", target).replace(FILES);

        refuses("GH-641", () -> OwnFolder.of("report", target).replace(FILES));
    }

    @Test
    void a_folder_with_a_forged_marker_is_refused() throws IOException {
        Path target = Files.createDirectory(folder.resolve("report"));
        Files.writeString(target.resolve(".gatehouse"), "");

        refuses("GH-641", () -> OwnFolder.of("report", target).replace(FILES));
    }

    @Test
    void a_file_that_somebody_put_into_our_folder_is_not_lost() throws IOException {
        Path target = folder.resolve("report");
        OwnFolder.of("report", target).replace(FILES);
        Files.writeString(target.resolve("designs/notes.txt"), "mine");
        Files.writeString(target.resolve("designs/.DS_Store"), "the desktop's");

        refuses("GH-642", () -> OwnFolder.of("report", target).replace(FILES));

        assertThat(contents(target)).containsEntry("designs/notes.txt", "mine");
        Files.delete(target.resolve("designs/notes.txt"));
        OwnFolder.of("report", target).replace(FILES);
    }

    @Test
    void a_folder_below_a_file_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        refuses("GH-643", () -> OwnFolder.of("report", file.resolve("report")).replace(FILES));
    }

    @Test
    void a_folder_in_which_nobody_may_write_is_refused() throws IOException {
        Path closed = Files.createDirectory(
                folder.resolve("closed"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("r-xr-xr-x")));
        assumeThat(Files.isWritable(closed))
                .as("this user may write everywhere")
                .isFalse();

        refuses("GH-643", () -> OwnFolder.of("report", closed.resolve("report")).replace(FILES));
    }

    @Test
    void the_working_folder_and_those_above_it_are_refused() {
        refuses("GH-644", () -> OwnFolder.of("report", Path.of(".")).check());
        refuses("GH-644", () -> OwnFolder.of("report", Path.of("/")).check());
        refuses("GH-644", () -> OwnFolder.of("report", Path.of("..")).check());
    }

    @Test
    void a_link_stays_and_its_folder_is_replaced() throws IOException {
        Path real = folder.resolve("real");
        OwnFolder.of("report", real).replace(Map.of("old.txt", "old"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        OwnFolder.of("report", link).replace(FILES);

        assertThat(link).isSymbolicLink();
        assertThat(contents(real)).containsAllEntriesOf(FILES).doesNotContainKey("old.txt");
    }

    @Test
    void leftovers_of_killed_runs_are_cleared_away() throws IOException {
        Path leftover = folder.resolve(".report.gatehouse-" + 999_999_999_999L + "-new-1");
        Files.createDirectories(leftover.resolve("designs"));

        OwnFolder.of("report", folder.resolve("report")).replace(FILES);

        assertThat(beside()).containsExactly("report");
    }

    @Test
    void a_folder_that_a_killed_run_had_moved_aside_comes_back() throws IOException {
        Path target = folder.resolve("report");
        OwnFolder.of("report", target).replace(FILES);
        Path aside = Files.createDirectory(folder.resolve(".report.gatehouse-" + 999_999_999_999L + "-old-1"));
        Files.move(target, aside.resolve("folder"));

        refuses("GH-643", () -> OwnFolder.of("report", target).replace(IMPOSSIBLE));

        assertThat(contents(target)).containsAllEntriesOf(FILES);
        assertThat(beside()).containsExactly("report");
    }
}

package dev.gatehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.gatehouse.testing.Goldens.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.opentest4j.AssertionFailedError;

class GoldensTest {
    @TempDir
    Path root;

    @Test
    void an_equal_file_passes() throws IOException {
        Files.writeString(root.resolve("a.txt"), "one\ntwo\n");

        assertThatCode(() -> goldens(Mode.COMPARE).compareFile("a.txt", "one\ntwo\n"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_difference_names_the_file_the_line_and_both_sides() throws IOException {
        Files.writeString(root.resolve("a.txt"), "one\ntwo\n");

        assertThatThrownBy(() -> goldens(Mode.COMPARE).compareFile("a.txt", "one\nzwei\n"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContainingAll("a.txt", "line 2", "golden:   two", "produced: zwei", "-Dgolden.update=true");
    }

    @Test
    void a_missing_last_newline_is_a_difference() throws IOException {
        Files.writeString(root.resolve("a.txt"), "one\n");

        assertThatThrownBy(() -> goldens(Mode.COMPARE).compareFile("a.txt", "one"))
                .hasMessageContainingAll("line 2", "produced: (the end)");
    }

    @Test
    void a_file_without_golden_fails() {
        assertThatThrownBy(() -> goldens(Mode.COMPARE).compareFile("new.txt", "x"))
                .hasMessageContaining("there is no golden new.txt");
    }

    @Test
    void a_folder_lacking_a_file_fails() throws IOException {
        Files.createDirectories(root.resolve("d/deep"));
        Files.writeString(root.resolve("d/deep/a.txt"), "a");
        Files.writeString(root.resolve("d/b.txt"), "b");

        assertThatThrownBy(() -> goldens(Mode.COMPARE).compareFolder("d", new TreeMap<>(Map.of("deep/a.txt", "a"))))
                .hasMessageContaining("not produced: [b.txt]");
    }

    @Test
    void a_folder_with_one_file_too_many_fails() throws IOException {
        Files.createDirectories(root.resolve("d"));
        Files.writeString(root.resolve("d/b.txt"), "b");

        assertThatThrownBy(() ->
                        goldens(Mode.COMPARE).compareFolder("d", new TreeMap<>(Map.of("b.txt", "b", "c.txt", "c"))))
                .hasMessageContaining("there is no golden d/c.txt");
    }

    @Test
    void an_update_writes_what_was_produced_and_removes_the_rest() throws IOException {
        Files.createDirectories(root.resolve("d"));
        Files.writeString(root.resolve("d/old.txt"), "old");

        goldens(Mode.UPDATE).compareFolder("d", new TreeMap<>(Map.of("sub/new.txt", "ü\n")));

        assertThat(root.resolve("d/old.txt")).doesNotExist();
        assertThat(root.resolve("d/sub/new.txt")).hasContent("ü\n");
    }

    @Test
    void an_update_is_refused_under_ci_and_writes_nothing() {
        Goldens goldens = goldens(Mode.of(true, Map.of("CI", "true")));

        assertThatThrownBy(() -> goldens.compareFile("a.txt", "x")).hasMessageContaining("not updated under CI");
        assertThat(root.resolve("a.txt")).doesNotExist();
    }

    @Test
    void the_mode_follows_the_property_and_the_environment() {
        assertThat(Mode.of(false, Map.of())).isEqualTo(Mode.COMPARE);
        assertThat(Mode.of(false, Map.of("CI", "true"))).isEqualTo(Mode.COMPARE);
        assertThat(Mode.of(true, Map.of())).isEqualTo(Mode.UPDATE);
        assertThat(Mode.of(true, Map.of("CI", "false"))).isEqualTo(Mode.UPDATE);
        assertThat(Mode.of(true, Map.of("CI", "1"))).isEqualTo(Mode.UPDATE_REFUSED);
    }

    @Test
    void what_no_test_compared_is_unclaimed() throws IOException {
        Files.createDirectories(root.resolve("d"));
        Files.writeString(root.resolve("a.txt"), "a");
        Files.writeString(root.resolve("d/b.txt"), "b");
        Files.writeString(root.resolve("d/c.txt"), "c");
        Goldens goldens = goldens(Mode.COMPARE);

        goldens.compareFile("d/b.txt", "b");

        assertThat(goldens.unclaimed()).containsExactly("a.txt", "d/c.txt");
    }

    @Test
    void an_unclaimed_golden_fails_a_whole_run_and_only_that() throws IOException {
        Files.writeString(root.resolve("left-behind.txt"), "a");

        assertThat(failuresOfRun(true)).contains("left-behind.txt");
        assertThat(failuresOfRun(false)).isEmpty();
    }

    @Test
    void every_test_class_gets_the_check() {
        assertThat(ServiceLoader.load(Extension.class)).hasAtLeastOneElementOfType(UnclaimedGoldens.class);
    }

    private Goldens goldens(Mode mode) {
        return new Goldens(root, mode);
    }

    private String failuresOfRun(boolean whole) {
        OneTest.check = new UnclaimedGoldens(goldens(Mode.COMPARE), whole);
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(OneTest.class))
                                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                                .build(),
                        listener);
        assertThat(listener.getSummary().getTestsSucceededCount()).isEqualTo(1);
        StringBuilder failures = new StringBuilder();
        listener.getSummary().getFailures().forEach(failure -> failures.append(failure.getException()));
        return failures.toString();
    }

    /** A run of one test, which compares with no golden. */
    static final class OneTest {
        @RegisterExtension
        static UnclaimedGoldens check = new UnclaimedGoldens();

        @Test
        void passes() {
            assertThat(check).isNotNull();
        }
    }
}

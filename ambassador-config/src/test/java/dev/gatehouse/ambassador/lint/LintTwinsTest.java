package dev.gatehouse.ambassador.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.FindingText;
import dev.gatehouse.model.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule fires on {@code lint/GH-4xx/bad.yaml} as {@code bad.findings} says, and is silent on {@code good.yaml};
 * {@code -Dgolden.update=true} writes the findings anew.
 */
class LintTwinsTest {
    private static final Path FOLDER = Path.of("src/test/resources/lint");

    /** The numbers of all rules but the net below them, on which nothing that a rule knows can fall. */
    static List<String> rules() {
        return Register.RULES.stream().map(rule -> rule.about().id().text()).toList();
    }

    private static Manifests read(String rule, String file) throws IOException {
        return Manifests.read(
                List.of(Source.of(file, Files.readAllBytes(FOLDER.resolve(rule).resolve(file)))));
    }

    private static List<Finding> found(String rule, String file) throws IOException {
        return Lint.of(read(rule, file)).stream()
                .filter(finding -> finding.rule().text().equals(rule))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_fires_on_its_bad_twin(String rule) throws IOException {
        String text = FindingText.of(found(rule, "bad.yaml"));
        Path expected = FOLDER.resolve(rule).resolve("bad.findings");

        assertThat(text).isNotEmpty();
        if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
            Files.writeString(expected, text);
        }
        assertThat(text).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_is_silent_on_its_good_twin_and_so_are_all_others(String rule) throws IOException {
        Manifests good = read(rule, "good.yaml");

        assertThat(found(rule, "good.yaml")).isEmpty();
        assertThat(good.findings()).isEmpty();
        assertThat(Lint.of(good))
                .filteredOn(finding -> finding.severity() != Severity.NOTE)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_finding_has_a_place_and_a_way_out(String rule) throws IOException {
        assertThat(found(rule, "bad.yaml")).allSatisfy(finding -> {
            assertThat(finding.place().line()).isPositive();
            assertThat(finding.what()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
            assertThat(finding.why()).isNotBlank().doesNotEndWith(".");
            assertThat(finding.fix()).isNotBlank().doesNotEndWith(".");
        });
    }

    @Test
    void every_rule_has_a_folder_of_twins_and_every_folder_a_rule() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(rules());
        }
    }

    @Test
    void every_rule_has_its_title_in_the_documentation() throws IOException {
        String page = Files.readString(Path.of("../docs/rules.md"));

        assertThat(Lint.rules()).allSatisfy(about -> {
            assertThat(page).contains("| " + about.id() + " | " + about.title().replace("|", "\\|") + " |");
            assertThat(about.explanation()).endsWith(".").hasSizeGreaterThan(40);
        });
        assertThat(Lint.rules()).extracting(About::id).isSorted().doesNotHaveDuplicates();
    }
}

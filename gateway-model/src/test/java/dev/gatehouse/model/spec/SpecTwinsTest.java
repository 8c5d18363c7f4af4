package dev.gatehouse.model.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.FindingText;
import dev.gatehouse.model.finding.Severity;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each spec in {@code spec/*.yaml} has the findings of its twin; {@code -Dgolden.update=true} writes them anew. */
class SpecTwinsTest {
    private static final Path FOLDER = Path.of("src/test/resources/spec");

    static List<Path> twins() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    static Path findings(Path twin) {
        return Path.of(twin.toString().replace(".yaml", ".findings"));
    }

    private static SpecReading read(Path twin) throws IOException {
        byte[] bytes = Files.readAllBytes(twin);
        return assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> SpecReader.read(twin.getFileName().toString(), bytes));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void has_the_findings_of_its_twin(Path twin) throws IOException {
        String text = FindingText.of(read(twin).findings());

        if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
            Files.writeString(findings(twin), text);
        }

        assertThat(text).isEqualTo(Files.readString(findings(twin)));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void has_findings_with_a_place_a_subject_and_a_way_out(Path twin) throws IOException {
        SpecReading reading = read(twin);

        assertThat(reading.findings()).allSatisfy(finding -> {
            assertThat(finding.place().line()).isPositive();
            assertThat(finding.place().column()).isPositive();
            assertThat(finding.fix()).isNotBlank().doesNotEndWith(".");
            assertThat(finding.what()).isNotBlank().doesNotEndWith(".");
        });
        assertThat(reading.findings()).doesNotHaveDuplicates();
        assertThat(reading.spec().isPresent()).isEqualTo(!reading.hasErrors());
    }

    @Test
    void ten_mistakes_give_ten_findings_or_more() throws IOException {
        List<Finding> findings = read(FOLDER.resolve("ten-mistakes.yaml")).findings();

        assertThat(findings.stream().filter(finding -> finding.severity() == Severity.ERROR))
                .hasSizeGreaterThanOrEqualTo(10);
        assertThat(findings).extracting(Finding::subject).doesNotHaveDuplicates();
    }

    @Test
    void every_rule_about_specs_has_a_twin_and_a_line_in_the_documentation() throws Exception {
        String rules = Files.readString(Path.of("../docs/rules.md"));
        StringBuilder twins = new StringBuilder();
        for (Path twin : twins()) {
            twins.append(Files.readString(findings(twin)));
        }

        assertThat(ids(SpecRules.class)).hasSize(47).allSatisfy(id -> {
            assertThat(twins.toString()).contains(id + " ");
            assertThat(rules).contains("| " + id + " |");
        });
        assertThat(ids(Class.forName("dev.gatehouse.model.read.ReadRules")))
                .allSatisfy(id -> assertThat(rules).contains("| " + id + " |"));
    }

    private static Set<String> ids(Class<?> rules) throws IllegalAccessException {
        Set<String> ids = new TreeSet<>();
        for (Field field : rules.getDeclaredFields()) {
            field.setAccessible(true);
            ids.add(String.valueOf(field.get(null)));
        }
        return ids;
    }

    @Test
    void the_digest_is_that_of_the_bytes() {
        assertThat(SpecReader.read("f", "abc".getBytes(StandardCharsets.UTF_8)).sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}

package dev.gatehouse.ambassador.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.model.finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Gatehouse generates falls into none of the traps that it knows. */
class GeneratedFilesLintTest {
    static List<Path> designs() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("src/test/resources/golden/risk-models"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("designs")
    void nothing_but_notes_is_found_in_generated_manifests(Path design) throws IOException {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(design)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                sources.add(Source.of(file.getFileName().toString(), Files.readAllBytes(file)));
            }
        }
        Manifests manifests = Manifests.read(sources);

        assertThat(sources).isNotEmpty();
        assertThat(Lint.of(manifests))
                .filteredOn(finding -> finding.severity() != Severity.NOTE)
                .isEmpty();
    }
}

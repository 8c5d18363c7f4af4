package dev.gatehouse.model.fact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twin files: a sheet with mistakes, and beside it the findings that it must give. */
final class SheetFindingsTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/gatehouse/model/fact/sheets");

    static Stream<Path> every_sheet_with_mistakes() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("every_sheet_with_mistakes")
    void a_sheet_gives_exactly_the_findings_of_its_twin(Path sheet) {
        String twin = sheet.toString().replace(".yaml", ".findings");

        assertThat(findings(sheet).stream().map(SheetFindingsTest::written).collect(Collectors.joining("\n")) + "\n")
                .isEqualTo(text(Path.of(twin)));
    }

    @ParameterizedTest
    @MethodSource("every_sheet_with_mistakes")
    void a_finding_has_a_place_and_a_way_out(Path sheet) {
        assertThat(findings(sheet)).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.place().line()).isPositive();
            assertThat(finding.fix()).isNotBlank();
            assertThat(finding.what()).isNotBlank().doesNotEndWith(".");
        });
    }

    @Test
    void every_rule_about_sheets_has_a_twin_that_breaks_it() throws IOException {
        Set<String> broken = every_sheet_with_mistakes()
                .flatMap(sheet -> findings(sheet).stream())
                .map(finding -> finding.rule().text())
                .collect(Collectors.toSet());

        assertThat(broken).containsAll(rules());
    }

    private static List<String> rules() {
        return Arrays.stream(FactRules.class.getDeclaredFields())
                .map(SheetFindingsTest::text)
                .toList();
    }

    static String text(Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Finding> findings(Path file) {
        Facts base = Facts.of(
                SheetReader.read(
                                "base.sheets",
                                text(FOLDER.resolve("base.sheets")).getBytes(UTF_8),
                                List.of())
                        .sheets(),
                LocalDate.of(2026, 11, 22));
        Sheets sheets =
                SheetReader.read(String.valueOf(file.getFileName()), text(file).getBytes(UTF_8), base.kinds());
        if (!sheets.findings().isEmpty()) {
            return sheets.findings();
        }
        try {
            base.with(sheets.sheets());
            return List.of();
        } catch (InvalidInputException e) {
            return e.findings();
        }
    }

    private static String written(Finding finding) {
        return finding.rule() + " " + finding.place() + " " + finding.subject() + ": " + finding.what()
                + (finding.why().isEmpty() ? "" : "\n  why " + finding.why()) + "\n  fix " + finding.fix();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.gatehouse.model.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every sheet that comes with Gatehouse. */
final class BundledSheetsTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/gatehouse/model/fact");

    static Stream<String> every_sheet() {
        return BundledSheets.files().stream();
    }

    static Stream<Fact> every_fact() {
        return Facts.bundled().everything();
    }

    @Test
    void the_list_names_every_file_of_the_folder_in_order() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(BundledSheets.files())
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".yaml"))
                                    .sorted()
                                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("every_sheet")
    void a_sheet_is_read_without_a_finding_and_bears_the_name_of_its_kind(String file) {
        Sheets sheets = SheetReader.read(file, BundledSheets.resource(file), List.of());

        assertThat(sheets.findings()).extracting(Finding::toString).isEmpty();
        assertThat(sheets.sheets())
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.kind() + ".yaml").isEqualTo(file));
    }

    @ParameterizedTest
    @MethodSource("every_fact")
    void a_fact_is_one_sentence_with_evidence_that_can_be_followed(Fact fact) {
        assertThat(fact.text()).doesNotEndWith(".").doesNotContain("\n");
        assertThat(fact.text().length()).isBetween(8, 220);
        assertThat(fact.evidence())
                .satisfiesAnyOf(
                        evidence -> assertThat(evidence).isInstanceOfSatisfying(Published.class, published -> {
                            assertThat(published.page()).matches("https://[a-z0-9.-]+/\\S*");
                            assertThat(published.checked())
                                    .isBeforeOrEqualTo(Facts.bundled().day());
                        }),
                        evidence -> assertThat(evidence)
                                .isInstanceOfSatisfying(
                                        Assumed.class,
                                        assumed -> assertThat(assumed.why()).hasSizeGreaterThan(15)));
    }

    @ParameterizedTest
    @MethodSource("every_fact")
    void a_fact_begins_no_sooner_than_its_component(Fact fact) {
        Facts facts = Facts.bundled();

        assertThat(facts.component(fact.id().kind())).isPresent();
        assertThat(fact.since())
                .satisfiesAnyOf(
                        since -> assertThat(since).isEmpty(),
                        since -> assertThat(facts.beginning(fact)).isEqualTo(since));
    }

    @Test
    void a_link_leads_to_a_kind_that_has_a_sheet() {
        assertThat(every_fact().flatMap(fact -> fact.to().stream()))
                .allMatch(Facts.bundled().kinds()::contains);
    }

    @Test
    void the_day_of_the_bundle_is_the_day_of_its_last_check() {
        assertThat(Facts.bundled().day()).isEqualTo(LocalDate.of(2026, 11, 22));
    }
}

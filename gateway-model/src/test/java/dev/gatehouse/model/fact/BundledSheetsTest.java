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

    static Stream<String> every_kind() {
        return Facts.bundled().kinds().stream();
    }

    private static Stream<Fact> every_fact() {
        return Facts.bundled().everything();
    }

    private static List<Fact> facts(String kind) {
        return every_fact().filter(fact -> fact.id().kind().equals(kind)).toList();
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
    @MethodSource("every_kind")
    void a_fact_is_one_sentence_with_evidence_that_can_be_followed(String kind) {
        assertThat(facts(kind)).isNotEmpty().allSatisfy(fact -> {
            assertThat(fact.text()).doesNotEndWith(".").doesNotContain("\n");
            assertThat(fact.text().length()).isBetween(8, 220);
            if (fact.evidence() instanceof Published published) {
                assertThat(published.page()).matches("https://[a-z0-9.-]+/\\S*");
                assertThat(published.checked())
                        .isBeforeOrEqualTo(Facts.bundled().day());
            } else {
                assertThat(fact.evidence())
                        .isInstanceOfSatisfying(
                                Assumed.class,
                                assumed -> assertThat(assumed.why()).hasSizeGreaterThan(15));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("every_kind")
    void a_fact_begins_no_sooner_than_its_component(String kind) {
        Facts facts = Facts.bundled();

        assertThat(facts.component(kind)).isPresent();
        assertThat(facts(kind).stream().filter(fact -> fact.since().isPresent()))
                .allSatisfy(fact -> assertThat(facts.beginning(fact)).isEqualTo(fact.since()));
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

    @ParameterizedTest
    @MethodSource("every_kind")
    void a_tier_of_a_price_begins_at_0_or_where_another_ends(String kind) {
        assertThat(facts(kind).stream()
                        .filter(fact -> fact.tierFrom()
                                .filter(from -> from.number().signum() > 0)
                                .isPresent()))
                .allSatisfy(fact -> assertThat(facts(kind).stream()
                                .filter(other -> other.id().equals(fact.id())
                                        && other.region().equals(fact.region()))
                                .map(Fact::tierTo))
                        .contains(fact.tierFrom()));
    }

    @Test
    void no_price_of_a_region_stands_for_another() {
        Facts facts = Facts.bundled();

        assertThat(facts.prices("rest-api", "request", "eu-west-1")).hasSize(4);
        assertThat(facts.prices("rest-api", "request", "eu-west-3")).isEmpty();
        assertThat(facts.prices("web-acl", "request", "eu-west-3")).hasSize(1);
    }
}

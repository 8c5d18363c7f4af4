package dev.gatehouse.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.Granted;
import dev.gatehouse.model.fact.Published;
import dev.gatehouse.model.fact.SheetReader;
import dev.gatehouse.model.fact.Sheets;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    static Map<String, Path> files() {
        return Specs.exampleFiles();
    }

    @Test
    void examples_are_the_four_that_the_documentation_names() {
        assertThat(Specs.examples()).containsOnlyKeys("grpc-inference", "iris", "llm-gateway", "risk-models");
    }

    @Test
    void examples_have_no_finding_but_the_notes_that_they_show() throws IOException {
        for (Map.Entry<String, Path> example : files().entrySet()) {
            List<Finding> findings = SpecReader.read(example.getKey(), Files.readAllBytes(example.getValue()))
                    .findings();

            assertThat(findings)
                    .as(example.getKey())
                    .filteredOn(finding -> finding.severity() != Severity.NOTE)
                    .isEmpty();
        }
    }

    @Test
    void examples_name_files_that_are_there() {
        for (PlatformSpec spec : Specs.examples().values()) {
            assertThat(spec.facts())
                    .allSatisfy(file -> assertThat(Specs.folder().resolve(file)).isRegularFile());
            assertThat(spec.entries().stream().flatMap(entry -> entry.zone().stream()))
                    .allSatisfy(zone -> {
                        if (zone instanceof CreatedZone created) {
                            created.importFile()
                                    .ifPresent(file -> assertThat(Specs.folder().resolve(file))
                                            .isRegularFile());
                        }
                    });
        }
    }

    @Test
    void fact_files_of_examples_stand_over_the_bundled_facts_and_only_from_their_day_on() throws IOException {
        Facts bundled = Facts.bundled();
        Sheets own = SheetReader.read(
                "bank-facts.yaml", Files.readAllBytes(Specs.folder().resolve("bank-facts.yaml")), bundled.kinds());

        Facts facts = bundled.with(own.sheets());

        assertThat(own.findings()).isEmpty();
        assertThat(facts.asOf(LocalDate.of(2026, 11, 22)).limit("rest-api", "request-timeout"))
                .hasValueSatisfying(fact -> assertThat(fact.evidence()).isInstanceOf(Granted.class));
        assertThat(facts.asOf(LocalDate.of(2020, 11, 19)).limit("rest-api", "request-timeout"))
                .hasValueSatisfying(fact -> assertThat(fact.evidence()).isInstanceOf(Published.class));
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void every_fixture_has_something_to_serve(PlatformSpec spec) {
        assertThat(spec.models())
                .isNotEmpty()
                .allSatisfy(model -> assertThat(model.entries()).isNotEmpty());
    }
}

package dev.gatehouse.report.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.report.Comparisons;
import dev.gatehouse.report.Samples;
import dev.gatehouse.report.view.Explained;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written is what the published schemas say, and the schemas say no less. */
final class SchemaTest {
    private static final Schema COMPARE = schema("compare-1");
    private static final Schema EXPLAIN = schema("compare-explain-1");
    private static final Schema LINT = schema("lint-1");
    private static final Schema DESIGNS = schema("designs-1");

    private static Schema schema(String name) {
        try {
            String text = Files.readString(Path.of("../docs/schema", name + ".schema.json"), UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void every_comparison_is_valid(Comparison comparison) {
        assertThat(COMPARE.validate(ComparisonJson.of(comparison, Samples.ORIGIN), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void the_findings_of_every_comparison_are_valid(Comparison comparison) {
        List<Finding> findings = comparison.designs().stream()
                .map(DesignAnswer::findings)
                .flatMap(List::stream)
                .toList();

        assertThat(LINT.validate(FindingsJson.of(findings, 1), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void every_opened_row_is_valid(boolean then) {
        Comparison comparison =
                then ? Comparisons.then(Specs.riskModels()) : Samples.everyKindOfCell(Specs.riskModels());
        for (String row : Explained.rows(comparison)) {
            for (DesignAnswer answer : comparison.designs()) {
                Explained.of(comparison, row, answer.design().id())
                        .ifPresent(explained -> assertThat(
                                        EXPLAIN.validate(ExplainedJson.of(explained, Samples.ORIGIN), InputFormat.JSON))
                                .isEmpty());
            }
        }
    }

    @Test
    void the_designs_are_valid() {
        assertThat(DESIGNS.validate(DesignsJson.of(Designs.all()), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void a_word_that_the_schema_does_not_know_is_refused() {
        String text = ComparisonJson.of(Samples.everyKindOfCell(Specs.iris()), Samples.ORIGIN);

        assertThat(COMPARE.validate(
                        text.replaceFirst("\"state\" *: \"kept\"", "\"state\": \"fine\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(COMPARE.validate(text.replaceFirst("\"keeper\"", "\"warden\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void the_schema_comes_first_and_the_same_comparison_gives_the_same_bytes(Comparison comparison) {
        String text = ComparisonJson.of(comparison, Samples.ORIGIN);

        assertThat(text)
                .startsWith("{\n  \"schema\": \"gatehouse/compare/1\",\n")
                .endsWith("}\n");
        assertThat(ComparisonJson.of(comparison, Samples.ORIGIN)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.report.Comparisons#all")
    void every_cell_of_every_design_is_there(Comparison comparison) {
        JsonNode document = JsonMapper.shared().readTree(ComparisonJson.of(comparison, Samples.ORIGIN));

        assertThat(document.get("rows").values()).map(JsonNode::asString).isEqualTo(comparison.rows());
        for (int at = 0; at < comparison.designs().size(); at++) {
            JsonNode design = document.get("designs").get(at);
            assertThat(design.get("cells").values())
                    .map(cell ->
                            cell.get("row").asString() + " " + cell.get("state").asString())
                    .isEqualTo(comparison.designs().get(at).cells().stream()
                            .map(cell -> cell.row() + " " + cell.state().word())
                            .toList());
        }
    }
}

package dev.gatehouse.model.fact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.ScalarNode;
import dev.gatehouse.model.read.SequenceNode;
import dev.gatehouse.model.read.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published JSON Schema of fact sheets says what the reader does. */
final class FactsSchemaTest {
    private static final Path FILE = Path.of("../docs/schema/sheet-1.schema.json");
    private static final Path TWINS = Path.of("src/test/resources/dev/gatehouse/model/fact/sheets");
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text(FILE), InputFormat.JSON);
    }

    static Stream<String> every_sheet() {
        return BundledSheets.files().stream();
    }

    @ParameterizedTest
    @MethodSource("every_sheet")
    void a_bundled_sheet_is_valid(String file) {
        List<Node> roots = YamlReader.read(file, BundledSheets.resource(file)).roots();

        assertThat(roots)
                .isNotEmpty()
                .allSatisfy(root -> assertThat(SCHEMA.validate(json(root), InputFormat.JSON))
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown-words", "missing-keys", "sources", "quantities", "shapes"})
    void a_sheet_with_mistakes_is_not(String twin) {
        List<Node> roots = YamlReader.read(
                        twin, text(TWINS.resolve(twin + ".yaml")).getBytes(UTF_8))
                .roots();

        assertThat(roots)
                .anySatisfy(root -> assertThat(SCHEMA.validate(json(root), InputFormat.JSON))
                        .isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource(Section.class)
    void a_section_has_the_keys_that_the_reader_knows(Section section) {
        JsonNode schema = JsonMapper.shared().readTree(text(FILE));

        assertThat(schema.at("/properties/" + section.key() + "/items/$ref").asString())
                .isEqualTo("#/$defs/" + section.word());
        assertThat(schema.at("/$defs/" + section.word() + "/properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(section.itemKeys().toList());
    }

    @Test
    void a_sheet_has_the_keys_that_the_reader_knows() {
        JsonNode schema = JsonMapper.shared().readTree(text(FILE));

        assertThat(schema.at("/properties").propertyNames()).containsExactlyInAnyOrderElementsOf(SheetReader.KEYS);
    }

    private static String json(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.entries().stream()
                    .map(entry -> quoted(entry.key().text()) + ":" + json(entry.value()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.items().stream().map(FactsSchemaTest::json).collect(Collectors.joining(",", "[", "]"));
        }
        ScalarNode scalar = (ScalarNode) node;
        return switch (scalar.kind()) {
            case TEXT -> quoted(scalar.text());
            case INTEGER, FLOAT, BOOLEAN -> scalar.text();
            case NULL -> "null";
        };
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

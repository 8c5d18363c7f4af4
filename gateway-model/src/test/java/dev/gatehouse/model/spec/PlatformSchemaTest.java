package dev.gatehouse.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.model.hop.Components;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.Reading;
import dev.gatehouse.model.read.ScalarNode;
import dev.gatehouse.model.read.SequenceNode;
import dev.gatehouse.model.read.YamlReader;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published JSON Schema says what the reader does. */
class PlatformSchemaTest {
    private static final Path FILE = Path.of("../docs/schema/platform-1.schema.json");
    private static final Set<String> STRUCTURAL =
            Set.of("GH-110", "GH-111", "GH-112", "GH-113", "GH-114", "GH-115", "GH-151");

    static List<Path> good() throws IOException {
        List<Path> files = new ArrayList<>(Specs.exampleFiles().values());
        for (Path twin : SpecTwinsTest.twins()) {
            if (Files.readString(SpecTwinsTest.findings(twin)).lines().noneMatch(line -> line.contains(" error "))) {
                files.add(twin);
            }
        }
        return files;
    }

    static List<Path> structural() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path twin : SpecTwinsTest.twins()) {
            if (Files.readString(SpecTwinsTest.findings(twin)).lines().anyMatch(PlatformSchemaTest::isStructural)) {
                files.add(twin);
            }
        }
        return files;
    }

    private static boolean isStructural(String line) {
        return STRUCTURAL.stream().anyMatch(rule -> line.startsWith(rule + " "));
    }

    @ParameterizedTest
    @MethodSource("good")
    void accepts_what_the_reader_accepts(Path file) throws IOException {
        assertThat(schema().validate(json(root(file)), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("structural")
    void refuses_what_has_another_shape(Path file) throws IOException {
        assertThat(schema().validate(json(root(file)), InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void has_the_keys_that_the_reader_knows() throws IOException {
        JsonNode schema = JsonMapper.shared().readTree(Files.readString(FILE));
        Map<JsonNode, Set<String>> asked = new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
        Set<String> unplaced = new TreeSet<>();
        for (Path file : good()) {
            Reading reading = new Reading("f");
            SpecReader.read(reading, "f", Files.readAllBytes(file));
            reading.knownKeys().forEach((subject, keys) -> {
                List<JsonNode> shapes = shapes(schema, subject);
                Set<String> offered = new TreeSet<>();
                shapes.forEach(shape -> offered.addAll(keys(shape)));
                if (!offered.equals(keys)) {
                    unplaced.add(subject + ": the reader knows " + keys + ", the schema " + offered);
                }
                shapes.forEach(shape ->
                        asked.computeIfAbsent(shape, node -> new TreeSet<>()).addAll(keys));
            });
        }

        assertThat(unplaced).isEmpty();
        assertThat(withProperties(schema)).isSubsetOf(asked.keySet());
    }

    @Test
    void every_component_can_be_named_as_a_keeper() throws IOException {
        List<String> offered = new ArrayList<>();
        JsonMapper.shared()
                .readTree(Files.readString(FILE))
                .path("properties")
                .path("keepers")
                .path("additionalProperties")
                .path("enum")
                .forEach(kind -> offered.add(kind.asString()));

        assertThat(offered)
                .containsExactlyElementsOf(
                        Components.KINDS.stream().map(HopKind::id).toList());
    }

    @Test
    void every_key_is_used_by_an_example_or_by_the_twin_that_the_builder_equals() throws IOException {
        Set<String> unused = new TreeSet<>();
        JsonNode schema = JsonMapper.shared().readTree(Files.readString(FILE));
        Set<String> used = new TreeSet<>();
        List<Path> files = new ArrayList<>(Specs.exampleFiles().values());
        files.add(Path.of("src/test/resources/spec/every-key.yaml"));
        for (Path file : files) {
            collectKeys(root(file), used);
        }
        withProperties(schema).forEach(shape -> unused.addAll(keys(shape)));
        unused.removeAll(used);

        assertThat(unused).isEmpty();
    }

    @Test
    void is_shipped_with_the_library() throws IOException {
        try (InputStream shipped =
                PlatformSpec.class.getResourceAsStream("/dev/gatehouse/model/schema/platform-1.schema.json")) {
            assertThat(shipped).isNotNull().hasBinaryContent(Files.readAllBytes(FILE));
        }
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE), InputFormat.JSON);
    }

    /** The object schemas that say what stands at {@code subject}, references and alternatives followed. */
    private static List<JsonNode> shapes(JsonNode schema, String subject) {
        List<JsonNode> here = objects(schema, schema);
        for (String step : steps(subject)) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode shape : here) {
                JsonNode child = step.equals("[]")
                        ? shape.path("items")
                        : shape.path("properties").has(step)
                                ? shape.path("properties").path(step)
                                : shape.path("additionalProperties");
                next.addAll(objects(schema, child));
            }
            here = next;
        }
        return here.stream().filter(shape -> shape.has("properties")).distinct().toList();
    }

    private static List<String> steps(String subject) {
        return Stream.of(subject.replaceAll("\\[[0-9]+]", ".[]").split("\\."))
                .filter(step -> !step.isEmpty())
                .toList();
    }

    private static List<JsonNode> objects(JsonNode schema, JsonNode node) {
        if (node.has("$ref")) {
            return objects(schema, schema.at(node.path("$ref").asString().substring(1)));
        }
        List<JsonNode> found = new ArrayList<>();
        if (node.isObject()) {
            found.add(node);
        }
        node.path("oneOf").forEach(option -> found.addAll(objects(schema, option)));
        return found;
    }

    private static Set<String> keys(JsonNode shape) {
        return new TreeSet<>(shape.path("properties").propertyNames());
    }

    private static List<JsonNode> withProperties(JsonNode node) {
        List<JsonNode> found = new ArrayList<>();
        if (node.path("properties").isObject()
                && "object".equals(node.path("type").asString(""))) {
            if (!node.path("properties").isEmpty()) {
                found.add(node);
            }
        }
        node.forEach(child -> found.addAll(withProperties(child)));
        return found;
    }

    private static void collectKeys(Node node, Set<String> keys) {
        if (node instanceof MappingNode mapping) {
            mapping.entries().forEach(entry -> {
                keys.add(entry.key().text());
                collectKeys(entry.value(), keys);
            });
        } else if (node instanceof SequenceNode sequence) {
            sequence.items().forEach(item -> collectKeys(item, keys));
        }
    }

    private static Node root(Path file) throws IOException {
        return YamlReader.read(file.toString(), Files.readAllBytes(file))
                .roots()
                .get(0);
    }

    private static String json(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping.entries().stream()
                    .map(entry -> quoted(entry.key().text()) + ":" + json(entry.value()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.items().stream().map(PlatformSchemaTest::json).collect(Collectors.joining(",", "[", "]"));
        }
        ScalarNode scalar = (ScalarNode) node;
        return switch (scalar.kind()) {
            case TEXT -> quoted(scalar.text());
            case INTEGER, BOOLEAN -> scalar.text();
            case FLOAT -> scalar.text().matches("[0-9.+-]+") && !scalar.text().startsWith(".") ? scalar.text() : "1.5";
            case NULL -> "null";
        };
    }

    private static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }
}

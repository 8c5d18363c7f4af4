package dev.gatehouse.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.report.write.Origin;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of one design, and their manifest. */
final class GenerateTest {
    private static final Facts FACTS = Facts.bundled();

    @TempDir
    private Path folder;

    static Stream<Arguments> every_example_and_design() {
        return Specs.examples().entrySet().stream()
                .flatMap(spec -> Designs.all().stream()
                        .map(design ->
                                Arguments.of(Named.of(spec.getKey(), spec.getValue()), Named.of(design.id(), design))));
    }

    private static SortedMap<String, String> files(PlatformSpec spec, Design design) {
        return Generate.files(design.realize(spec, FACTS), Samples.ORIGIN);
    }

    private static JsonNode manifest(SortedMap<String, String> files) {
        return JsonMapper.shared().readTree(files.getOrDefault("manifest.json", ""));
    }

    private static List<String> texts(JsonNode list, String key) {
        return list.values().stream().map(node -> node.get(key).asString()).toList();
    }

    @ParameterizedTest
    @MethodSource("every_example_and_design")
    void a_manifest_is_valid(PlatformSpec spec, Design design) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/schema/manifest-1.schema.json"), UTF_8), InputFormat.JSON);

        assertThat(schema.validate(files(spec, design).getOrDefault("manifest.json", ""), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("every_example_and_design")
    void a_manifest_names_every_file_with_its_hash(PlatformSpec spec, Design design) {
        SortedMap<String, String> files = files(spec, design);
        JsonNode list = manifest(files).get("files");

        assertThat(texts(list, "path"))
                .containsExactlyElementsOf(files.keySet().stream()
                        .filter(name -> !name.equals("manifest.json"))
                        .toList());
        list.values()
                .forEach(file -> assertThat(file.get("sha256").asString())
                        .isEqualTo(Origin.sha256(
                                files.getOrDefault(file.get("path").asString(), "")
                                        .getBytes(UTF_8))));
    }

    @ParameterizedTest
    @MethodSource("every_example_and_design")
    void what_a_stack_needs_is_deployed_before_it_and_gives_it(PlatformSpec spec, Design design) {
        JsonNode manifest = manifest(files(spec, design));
        List<String> outputs = manifest.get("outputs").values().stream()
                .map(output -> output.get("stack").asString() + "."
                        + output.get("name").asString())
                .toList();

        for (JsonNode parameter : manifest.get("parameters").values()) {
            if (parameter.get("givenBy").asString().equals("stack")) {
                assertThat(outputs)
                        .contains(parameter.get("stack").asString() + "."
                                + parameter.get("name").asString());
            }
        }
        List<JsonNode> stacks = List.copyOf(manifest.get("stacks").values());
        for (JsonNode stack : stacks) {
            stack.get("needs")
                    .values()
                    .forEach(need -> assertThat(stacks)
                            .filteredOn(other -> other.get("name").equals(need))
                            .singleElement()
                            .satisfies(other -> assertThat(other.get("order").asInt())
                                    .isLessThan(stack.get("order").asInt())));
        }
    }

    @ParameterizedTest
    @MethodSource("every_example_and_design")
    void both_sides_of_the_seam_know_each_target_group(PlatformSpec spec, Design design) {
        SortedMap<String, String> files = files(spec, design);
        String aws = text(files, "aws/");
        String kubernetes = text(files, "kubernetes/");

        assertThat(texts(manifest(files).get("seam"), "targetGroup"))
                .isNotEmpty()
                .allSatisfy(name -> {
                    assertThat(aws).contains(name);
                    assertThat(kubernetes).contains(name);
                });
    }

    private static String text(SortedMap<String, String> files, String folder) {
        StringBuilder text = new StringBuilder();
        files.forEach((name, each) -> text.append(name.startsWith(folder) ? each : ""));
        return text.toString();
    }

    @Test
    void is_written_as_a_whole() {
        Path target = folder.resolve("generated");
        Design design = Designs.all().get(3);

        Generate.write(design.realize(Specs.riskModels(), FACTS), Samples.ORIGIN, target);

        files(Specs.riskModels(), design)
                .forEach((name, text) -> assertThat(target.resolve(name)).hasContent(text));
    }
}

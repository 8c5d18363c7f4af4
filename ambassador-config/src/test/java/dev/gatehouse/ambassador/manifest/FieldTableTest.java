package dev.gatehouse.ambassador.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.ScalarNode;
import dev.gatehouse.model.read.SequenceNode;
import dev.gatehouse.model.read.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table against the custom resource definitions, where those are at hand. */
class FieldTableTest {
    private static final Path DEFINITIONS = Path.of("../../shared/data/emissary-crds-v3alpha1.yaml");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_is_in_the_table(Kind kind) {
        assertThat(FieldTable.of(kind).fields()).isNotEmpty();
    }

    @Test
    void the_table_equals_the_custom_resource_definitions() throws IOException {
        if (!Files.exists(DEFINITIONS)) {
            System.out.println("skipped: " + DEFINITIONS + " is not there to compare the table of fields with");
            return;
        }
        Map<String, String> expected = new TreeMap<>();
        for (Node root :
                YamlReader.read("crds", Files.readAllBytes(DEFINITIONS)).roots()) {
            MappingNode spec = map(map(root, "spec"), "");
            Node version =
                    ((SequenceNode) spec.get("versions").orElseThrow()).items().get(0);
            Node schema = map(map(map(map(version, "schema"), "openAPIV3Schema"), "properties"), "spec");
            flatten(schema, text(map(spec, "names"), "kind"), "", expected);
        }
        Map<String, String> actual = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            flatten(FieldTable.of(kind), kind.word(), "", actual);
        }

        assertThat(actual).isEqualTo(expected);
    }

    private static void flatten(Shape shape, String path, String required, Map<String, String> out) {
        if (shape instanceof Shape.Fields fields) {
            out.put(path, "object" + required);
            fields.fields()
                    .forEach((name, inner) -> flatten(
                            inner, path + "." + name, fields.required().contains(name) ? " required" : "", out));
        } else if (shape instanceof Shape.Values values) {
            out.put(path, "object" + required);
            flatten(values.value(), path + "{}", "", out);
        } else if (shape instanceof Shape.Items items) {
            out.put(path, "array" + (items.atLeast() > 0 ? " minItems=" + items.atLeast() : "") + required);
            flatten(items.item(), path + "[]", "", out);
        } else if (shape instanceof Shape.Text text) {
            out.put(
                    path,
                    "string" + (text.choices().isEmpty() ? "" : " " + text.choices())
                            + (text.pattern().isEmpty() ? "" : " " + text.pattern()) + required);
        } else if (shape instanceof Shape.Whole whole) {
            out.put(
                    path,
                    "integer" + (whole.choices().isEmpty() ? "" : " " + whole.choices())
                            + (whole.min() == Long.MIN_VALUE ? "" : " >=" + whole.min())
                            + (whole.max() == Long.MAX_VALUE ? "" : " <=" + whole.max()) + required);
        } else {
            out.put(path, (shape instanceof Shape.Flag ? "boolean" : "object anything") + required);
        }
    }

    private static void flatten(Node schema, String path, String required, Map<String, String> out) {
        MappingNode node = (MappingNode) schema;
        String type = text(node, "type");
        StringBuilder line = new StringBuilder(type);
        if (node.get("x-kubernetes-preserve-unknown-fields").isPresent()) {
            line.append(" anything");
        }
        if (node.get("enum").isPresent()) {
            List<String> choices = ((SequenceNode) node.get("enum").get())
                    .items().stream().map(item -> ((ScalarNode) item).text()).toList();
            line.append(" ").append(choices);
        }
        line.append(node.get("pattern").isPresent() ? " " + text(node, "pattern") : "");
        line.append(node.get("minimum").isPresent() ? " >=" + text(node, "minimum") : "");
        line.append(node.get("maximum").isPresent() ? " <=" + text(node, "maximum") : "");
        line.append(node.get("minItems").isPresent() ? " minItems=" + text(node, "minItems") : "");
        out.put(path, line + required);
        List<String> needed = node.get("required").isPresent()
                ? ((SequenceNode) node.get("required").get())
                        .items().stream()
                                .map(item -> ((ScalarNode) item).text())
                                .toList()
                : List.of();
        node.get("properties")
                .ifPresent(properties -> ((MappingNode) properties)
                        .entries()
                        .forEach(entry -> flatten(
                                entry.value(),
                                path + "." + entry.key().text(),
                                needed.contains(entry.key().text()) ? " required" : "",
                                out)));
        node.get("additionalProperties").ifPresent(inner -> flatten(inner, path + "{}", "", out));
        node.get("items").ifPresent(inner -> flatten(inner, path + "[]", "", out));
    }

    private static MappingNode map(Node node, String name) {
        return name.isEmpty()
                ? (MappingNode) node
                : (MappingNode) ((MappingNode) node).get(name).orElseThrow();
    }

    private static String text(MappingNode node, String name) {
        return ((ScalarNode) node.get(name).orElseThrow()).text();
    }
}

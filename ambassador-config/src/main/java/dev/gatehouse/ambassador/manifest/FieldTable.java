package dev.gatehouse.ambassador.manifest;

import dev.gatehouse.model.read.Documents;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.ScalarNode;
import dev.gatehouse.model.read.SequenceNode;
import dev.gatehouse.model.read.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of fields, {@code fields.yaml}. */
final class FieldTable {
    private static final String RESOURCE = "fields.yaml";
    private static final Map<Kind, Shape.Fields> TABLE = read();

    private FieldTable() {}

    /** What the {@code spec} of a kind may hold. */
    static Shape.Fields of(Kind kind) {
        Shape.Fields fields = TABLE.get(kind);
        if (fields == null) {
            throw new IllegalStateException(RESOURCE + " has no " + kind.word());
        }
        return fields;
    }

    private static Map<Kind, Shape.Fields> read() {
        Map<Kind, Shape.Fields> table = new EnumMap<>(Kind.class);
        try (InputStream in = FieldTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not in the jar");
            }
            Documents documents = YamlReader.read(RESOURCE, in.readAllBytes());
            MappingNode kinds = (MappingNode) documents.roots().get(0);
            for (MappingNode.Entry entry : kinds.entries()) {
                Kind kind = Kind.of(entry.key().text()).orElseThrow();
                table.put(kind, fields((MappingNode) entry.value()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private static Shape.Fields fields(MappingNode node) {
        Map<String, Shape> fields = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (MappingNode.Entry entry : node.entries()) {
            String name = entry.key().text();
            if (name.endsWith("!")) {
                name = name.substring(0, name.length() - 1);
                required.add(name);
            }
            fields.put(name, shape(entry.value()));
        }
        return new Shape.Fields(fields, required);
    }

    private static Shape shape(Node node) {
        if (node instanceof ScalarNode word) {
            return simple(word.text(), new MappingNode(word.place(), List.of()));
        }
        MappingNode details = (MappingNode) node;
        if (details.get("fields").orElse(null) instanceof MappingNode fields) {
            return fields(fields);
        }
        if (details.get("values").isPresent()) {
            return new Shape.Values(shape(details.get("values").get()));
        }
        if (details.get("each").isPresent()) {
            return new Shape.Items(shape(details.get("each").get()), number(details, "at-least", 0));
        }
        return simple(text(details, "is"), details);
    }

    private static Shape simple(String word, MappingNode details) {
        return switch (word) {
            case "text" -> new Shape.Text(choices(details), text(details, "pattern"));
            case "integer" ->
                new Shape.Whole(
                        choices(details),
                        number(details, "min", Long.MIN_VALUE),
                        number(details, "max", Long.MAX_VALUE));
            case "boolean" -> new Shape.Flag();
            case "anything" -> new Shape.Anything();
            default -> throw new IllegalStateException(RESOURCE + " names the type '" + word + "', which is none");
        };
    }

    private static List<String> choices(MappingNode details) {
        return details.get("one-of").orElse(null) instanceof SequenceNode list
                ? list.items().stream().map(item -> ((ScalarNode) item).text()).toList()
                : List.of();
    }

    private static String text(MappingNode details, String name) {
        return details.get(name).orElse(null) instanceof ScalarNode scalar ? scalar.text() : "";
    }

    private static long number(MappingNode details, String name, long otherwise) {
        String text = text(details, name);
        return text.isEmpty() ? otherwise : Long.parseLong(text);
    }
}

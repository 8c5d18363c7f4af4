package dev.gatehouse.aws.graph;

import dev.gatehouse.model.read.Documents;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.ScalarNode;
import dev.gatehouse.model.read.SequenceNode;
import dev.gatehouse.model.read.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The resource types that Gatehouse writes, read from {@code resource-types.yaml} beside this class. */
public final class ResourceTypes {
    private static final String TABLE = "resource-types.yaml";
    private static final Map<String, ResourceType> ALL = read();

    private ResourceTypes() {}

    /**
     * What the schema says of a type.
     *
     * @throws IllegalArgumentException if the table has no such type
     */
    public static ResourceType of(String name) {
        ResourceType type = ALL.get(name);
        if (type == null) {
            throw new IllegalArgumentException(TABLE + " has no resource type " + name);
        }
        return type;
    }

    /** Every type of the table by name, in the table's order. */
    public static Map<String, ResourceType> all() {
        return ALL;
    }

    private static Map<String, ResourceType> read() {
        try (InputStream in = ResourceTypes.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + TABLE + " is missing from the jar");
            }
            Documents documents = YamlReader.read(TABLE, in.readAllBytes());
            Map<String, ResourceType> types = new LinkedHashMap<>();
            for (MappingNode.Entry entry : mapping(documents.roots().get(0)).entries()) {
                types.put(entry.key().text(), type(entry.key().text(), mapping(entry.value())));
            }
            return Collections.unmodifiableMap(types);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResourceType type(String name, MappingNode node) {
        return new ResourceType(
                name,
                new LinkedHashSet<>(texts(node.get("properties"))),
                texts(node.get("replace")),
                texts(node.get("attributes")),
                node.get("ref").map(ResourceTypes::text).orElseThrow(),
                node.get("tags").map(ResourceTypes::text),
                node.get("tags-as").map(ResourceTypes::text).isPresent(),
                node.get("alias-zone").map(ResourceTypes::text));
    }

    private static List<String> texts(Optional<Node> list) {
        return list.map(node ->
                        sequence(node).items().stream().map(ResourceTypes::text).toList())
                .orElse(List.of());
    }

    private static MappingNode mapping(Node node) {
        if (node instanceof MappingNode mapping) {
            return mapping;
        }
        throw malformed(node);
    }

    private static SequenceNode sequence(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence;
        }
        throw malformed(node);
    }

    private static String text(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.text();
        }
        throw malformed(node);
    }

    private static IllegalStateException malformed(Node node) {
        return new IllegalStateException(node.place() + ": " + node.described() + " is not expected here");
    }
}

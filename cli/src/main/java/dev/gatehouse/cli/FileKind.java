package dev.gatehouse.cli;

import dev.gatehouse.model.fact.Section;
import dev.gatehouse.model.read.Documents;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.ScalarNode;
import dev.gatehouse.model.read.SequenceNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a file is, told by its content. */
enum FileKind {
    PLATFORM,
    FACTS,
    MANIFESTS,
    /** Nothing in it, or nothing that could be parsed. */
    EMPTY,
    UNKNOWN;

    private static final List<String> OF_A_PLATFORM = List.of("entries", "models", "require");
    private static final List<String> OF_FACTS = Stream.concat(
                    Stream.of("title"), Arrays.stream(Section.values()).map(Section::key))
            .toList();

    /** The kind of the first document that has one. */
    static FileKind of(Documents documents) {
        FileKind kind = documents.roots().isEmpty() ? EMPTY : UNKNOWN;
        for (Node root : documents.roots()) {
            if (kind == UNKNOWN) {
                kind = of(root);
            }
        }
        return kind;
    }

    private static FileKind of(Node root) {
        if (!(root instanceof MappingNode mapping)) {
            return UNKNOWN;
        }
        if (mapping.get("apiVersion").isPresent()) {
            return MANIFESTS;
        }
        if (text(mapping, "kind").endsWith("List") && mapping.get("items").orElse(null) instanceof SequenceNode) {
            return MANIFESTS;
        }
        if (text(mapping, "schema").startsWith("gatehouse/platform/") || hasOne(mapping, OF_A_PLATFORM)) {
            return PLATFORM;
        }
        return mapping.get("kind").isPresent() && hasOne(mapping, OF_FACTS) ? FACTS : UNKNOWN;
    }

    private static boolean hasOne(MappingNode mapping, List<String> keys) {
        return keys.stream().anyMatch(key -> mapping.get(key).isPresent());
    }

    private static String text(MappingNode mapping, String key) {
        return mapping.get(key).orElse(null) instanceof ScalarNode scalar ? scalar.text() : "";
    }
}

package dev.gatehouse.ambassador.manifest;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.ScalarNode;
import dev.gatehouse.model.read.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects the resources of documents. Used once, by one thread. */
final class ManifestReader {
    private static final String GROUP = "getambassador.io/";
    private static final int MAX_LISTS = 8;

    private final List<Manifest> resources = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> passedOver = new TreeMap<>();
    private final Map<String, Manifest> known = new HashMap<>();

    Manifests manifests(int sources) {
        return new Manifests(resources, findings, passedOver, sources);
    }

    void addAll(List<Finding> more) {
        findings.addAll(more);
    }

    void read(Node root) {
        read(root, 0);
    }

    private void read(Node node, int lists) {
        if (!(node instanceof MappingNode object)) {
            add(
                    ManifestRules.NO_RESOURCE,
                    Severity.WARNING,
                    node.place(),
                    "document",
                    "a document is " + node.described() + ", not a resource",
                    "the API server takes only objects with apiVersion and kind",
                    "remove it, or write a resource");
            return;
        }
        String version = text(object, "apiVersion");
        String kind = text(object, "kind");
        if (kind.endsWith("List") && object.get("items").orElse(null) instanceof SequenceNode items) {
            if (lists < MAX_LISTS) {
                items.items().forEach(item -> read(item, lists + 1));
            }
            return;
        }
        if (kind.isEmpty() || version.isEmpty()) {
            add(
                    ManifestRules.NO_RESOURCE,
                    Severity.WARNING,
                    object.place(),
                    "document",
                    "a document has no " + (kind.isEmpty() ? "kind" : "apiVersion") + ", so it is not a resource",
                    "the API server takes only objects with apiVersion and kind",
                    "remove it, or write a resource");
            return;
        }
        if (!version.startsWith(GROUP)) {
            passedOver.merge(kind, 1, Integer::sum);
            return;
        }
        Optional<Kind> ours = Kind.of(kind);
        if (ours.isEmpty()) {
            passedOver.merge(kind, 1, Integer::sum);
            add(
                    ManifestRules.UNKNOWN_KIND,
                    Severity.WARNING,
                    place(object, "kind"),
                    kind + " " + name(object),
                    "getambassador.io has no kind '" + kind + "'" + Nearest.hint(kind, Kind.words()),
                    "Emissary passes it over",
                    "name a kind that Emissary 4 knows");
            return;
        }
        add(ours.get(), version.substring(GROUP.length()), object);
    }

    private void add(Kind kind, String version, MappingNode object) {
        String name = name(object);
        if (name.isEmpty()) {
            add(
                    ManifestRules.NO_NAME,
                    Severity.ERROR,
                    place(object, "metadata"),
                    kind.word(),
                    "a " + kind.word() + " has no metadata.name",
                    "the API server refuses it",
                    "name it");
            return;
        }
        MappingNode metadata = metadata(object);
        String namespace = text(metadata, "namespace");
        MappingNode spec = object.get("spec").orElse(null) instanceof MappingNode given
                ? given
                : new MappingNode(object.place(), List.of());
        Manifest manifest = new Manifest(
                kind,
                version,
                name,
                namespace.isEmpty() ? "default" : namespace,
                labels(metadata),
                spec,
                object.place());
        VersionCheck.check(manifest, place(object, "apiVersion")).ifPresent(findings::add);
        Manifest first = known.putIfAbsent(kind + " " + manifest.key(), manifest);
        if (first != null) {
            add(
                    ManifestRules.DEFINED_TWICE,
                    Severity.ERROR,
                    object.place(),
                    manifest.subject(),
                    manifest.subject() + " is defined already at " + first.place(),
                    "the cluster holds one of the two, whichever was applied last; here the first one is used",
                    "keep one of them");
            return;
        }
        if (VersionCheck.current(manifest)) {
            findings.addAll(SpecCheck.of(manifest));
        }
        resources.add(manifest);
    }

    private static Map<String, String> labels(MappingNode metadata) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (metadata.get("labels").orElse(null) instanceof MappingNode given) {
            for (MappingNode.Entry entry : given.entries()) {
                if (entry.value() instanceof ScalarNode value && value.kind() != ScalarNode.Kind.NULL) {
                    labels.put(entry.key().text(), value.text());
                }
            }
        }
        return labels;
    }

    private static MappingNode metadata(MappingNode object) {
        return object.get("metadata").orElse(null) instanceof MappingNode metadata
                ? metadata
                : new MappingNode(object.place(), List.of());
    }

    private static String name(MappingNode object) {
        return text(metadata(object), "name");
    }

    private static String text(MappingNode object, String key) {
        return object.get(key).orElse(null) instanceof ScalarNode scalar && scalar.kind() != ScalarNode.Kind.NULL
                ? scalar.text()
                : "";
    }

    private static Place place(MappingNode object, String key) {
        return object.get(key).map(Node::place).orElse(object.place());
    }

    private void add(RuleId rule, Severity severity, Place place, String subject, String what, String why, String fix) {
        findings.add(new Finding(rule, severity, place, subject, what, why, fix));
    }
}

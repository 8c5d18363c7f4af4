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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Collects the resources of documents. Used by one thread; what several have read can be joined. */
final class ManifestReader {
    private static final String GROUP = "getambassador.io/";
    private static final int MAX_LISTS = 8;

    private final List<Found> found = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> passedOver = new TreeMap<>();

    /** A resource, and what is wrong with its spec, which matters only if the resource is the first of its name. */
    private record Found(Manifest manifest, List<Finding> ofSpec) {}

    /** What one document holds. */
    static ManifestReader of(Node root) {
        ManifestReader reader = new ManifestReader();
        reader.read(root, 0);
        return reader;
    }

    void addAll(List<Finding> more) {
        findings.addAll(more);
    }

    /** Adds what another has read behind what this one has. */
    void addAll(ManifestReader other) {
        found.addAll(other.found);
        findings.addAll(other.findings);
        other.passedOver.forEach((kind, count) -> passedOver.merge(kind, count, Integer::sum));
    }

    /** Everything together; of resources with one name the first one. */
    Manifests manifests(int sources) {
        Map<String, Manifest> known = new LinkedHashMap<>();
        for (Found one : found) {
            Manifest manifest = one.manifest();
            Manifest first = known.putIfAbsent(manifest.subject(), manifest);
            if (first == null) {
                findings.addAll(one.ofSpec());
            } else {
                add(
                        ManifestRules.DEFINED_TWICE,
                        Severity.ERROR,
                        manifest.place(),
                        manifest.subject(),
                        manifest.subject() + " is defined already at " + first.place(),
                        "the cluster holds one of the two, whichever was applied last; here the first one is used",
                        "keep one of them");
            }
        }
        return new Manifests(List.copyOf(known.values()), findings, passedOver, sources);
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
        found.add(new Found(manifest, VersionCheck.current(manifest) ? SpecCheck.of(manifest) : List.of()));
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

package dev.gatehouse.cli;

import dev.gatehouse.ambassador.lint.Lint;
import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.read.Documents;
import dev.gatehouse.model.read.YamlReader;
import dev.gatehouse.model.spec.SpecReader;
import dev.gatehouse.model.spec.SpecReading;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Collects the findings of files of any kind. Mutable, for one thread. */
final class Linting {
    private final Inputs inputs;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Finding> unreadable = new ArrayList<>();
    private final List<Source> manifests = new ArrayList<>();
    private final Map<FileKind, Integer> counts = new EnumMap<>(FileKind.class);

    Linting(Inputs inputs) {
        this.inputs = inputs;
    }

    /** Takes a file, {@code -}, or every YAML and JSON file below a folder. */
    void take(String path) {
        if (!inputs.isFolder(path)) {
            take(path, true);
            return;
        }
        List<String> below = inputs.below(path);
        if (below.isEmpty()) {
            unreadable.add(new Finding(
                    CallRules.NOTHING_TO_READ,
                    Severity.ERROR,
                    Place.ofFile(path),
                    path,
                    "no YAML or JSON file is in " + path,
                    "",
                    "name a file, or a folder that has some"));
        }
        below.forEach(file -> take(file, false));
    }

    /** Everything that was found, each finding once; manifests are read as one set. */
    List<Finding> findings() {
        Manifests set = Manifests.read(manifests);
        return Stream.of(findings, set.findings(), Lint.of(set))
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** What is wrong with the paths themselves. */
    List<Finding> unreadable() {
        return unreadable;
    }

    /** How many files were looked into, by kind. */
    Map<FileKind, Integer> counts() {
        return counts;
    }

    int files() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void take(String name, boolean named) {
        try {
            sort(inputs.read(name), named);
        } catch (Refusal e) {
            unreadable.addAll(e.findings());
        }
    }

    private void sort(Input input, boolean named) {
        Documents documents = YamlReader.read(input.name(), input.bytes());
        FileKind kind = FileKind.of(documents);
        if (kind == FileKind.UNKNOWN && !named && documents.findings().isEmpty()) {
            return; // somebody else's file
        }
        counts.merge(kind, 1, Integer::sum);
        switch (kind) {
            case PLATFORM -> platform(input);
            case FACTS -> findings.addAll(OwnFacts.of(List.of(input)).findings());
            case MANIFESTS -> manifests.add(Source.of(documents));
            case EMPTY, UNKNOWN -> {
                findings.addAll(documents.findings());
                if (documents.findings().isEmpty() && named) {
                    findings.add(unknown(input.name(), kind));
                }
            }
        }
    }

    private void platform(Input input) {
        SpecReading reading = SpecReader.read(input.name(), input.bytes());
        findings.addAll(reading.findings());
        reading.spec()
                .filter(spec -> !spec.facts().isEmpty()) // ours need no lint, and reading them takes time
                .ifPresent(spec -> findings.addAll(OwnFacts.read(inputs, input.name(), spec, reading.places())
                        .findings()));
    }

    private static Finding unknown(String name, FileKind kind) {
        return new Finding(
                CallRules.UNKNOWN_CONTENT,
                Severity.ERROR,
                Place.ofFile(name),
                name,
                kind == FileKind.EMPTY ? "there is nothing in it" : "neither a platform spec, nor manifests, nor facts",
                "",
                "a platform spec begins with schema: " + SpecReader.SCHEMA
                        + ", a manifest has apiVersion and kind, a fact sheet has kind and limits or the like");
    }
}

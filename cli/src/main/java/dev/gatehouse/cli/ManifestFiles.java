package dev.gatehouse.cli;

import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.read.Documents;
import dev.gatehouse.model.read.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** Reads the manifests that a call names. */
final class ManifestFiles {
    private ManifestFiles() {}

    /**
     * Reads files, folders and standard input as one set of manifests; in folders, files of other kinds are passed
     * over. What is wrong with single resources is said on standard error.
     *
     * @throws Refusal if a path can't be read, a file is no YAML, or no resource is Ambassador's
     */
    static Manifests read(Call call, String command, List<String> paths) {
        Inputs inputs = new Inputs(call.around());
        List<Source> sources = new ArrayList<>();
        List<Finding> wrong = new ArrayList<>();
        for (String path : paths) {
            boolean isFolder = inputs.isFolder(path);
            for (String name : isFolder ? inputs.below(path) : List.of(path)) {
                Input input = inputs.read(name);
                Documents documents = YamlReader.read(input.name(), input.bytes());
                wrong.addAll(documents.findings());
                if (!isFolder || FileKind.of(documents) == FileKind.MANIFESTS) {
                    sources.add(Source.of(documents));
                }
            }
        }
        if (wrong.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new Refusal(Status.NOT_UNDERSTOOD, wrong);
        }
        Manifests manifests = Manifests.read(sources);
        if (manifests.resources().isEmpty()) {
            throw Refusal.of(
                    CallRules.NO_MANIFESTS,
                    Call.place(command),
                    "PATH",
                    "no resource of getambassador.io is in " + String.join(", ", paths),
                    "kubectl get mappings,hosts,listeners,modules,tlscontexts -A -o yaml gives what a cluster has");
        }
        int findings = manifests.findings().size();
        if (findings > 0) {
            call.tell(findings + (findings == 1 ? " finding" : " findings") + " about these manifests: gatehouse lint "
                    + String.join(" ", paths));
        }
        return manifests;
    }
}

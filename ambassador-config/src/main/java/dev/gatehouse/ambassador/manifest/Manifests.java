package dev.gatehouse.ambassador.manifest;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.read.Documents;
import dev.gatehouse.model.read.Node;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every resource of the API group {@code getambassador.io} in a set of files.
 *
 * @param resources the resources in the order in which they were read
 * @param findings what is wrong with the files, by place; a resource with a finding is still among {@code resources}
 *     where it can be told what it is
 * @param passedOver how many resources of other kinds there were, by kind
 * @param sources how many files were read
 */
public record Manifests(
        List<Manifest> resources, List<Finding> findings, Map<String, Integer> passedOver, int sources) {
    /** Below this many documents a second thread takes longer to start than it saves. */
    private static final int MANY = 500;

    /** Copies the collections. */
    public Manifests {
        resources = List.copyOf(resources);
        findings = findings.stream().sorted().toList();
        passedOver = java.util.Collections.unmodifiableMap(new TreeMap<>(passedOver));
    }

    /**
     * Reads files. Documents, {@code List} objects and the lists that {@code kubectl get -o yaml} prints are taken
     * apart; what is not Ambassador's is counted. Never throws for bad input.
     */
    public static Manifests read(List<Source> sources) {
        ManifestReader all = new ManifestReader();
        for (Source source : sources) {
            Documents documents = source.documents();
            all.addAll(documents.findings());
            stream(documents.roots()).map(ManifestReader::of).toList().forEach(all::addAll);
        }
        return all.manifests(sources.size());
    }

    private static Stream<Node> stream(List<Node> roots) {
        return roots.size() < MANY ? roots.stream() : roots.parallelStream();
    }

    /** The resources of one kind, in the order in which they were read. */
    public List<Manifest> of(Kind kind) {
        return resources.stream().filter(resource -> resource.kind() == kind).toList();
    }
}

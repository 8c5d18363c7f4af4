package dev.gatehouse.ambassador.generate;

import dev.gatehouse.model.topology.Condition;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Kubernetes side of a topology.
 *
 * @param files text by file name, without folders; {@code kustomization.yaml} lists those that are resources
 * @param resources the same resources as values, in the order of the files
 * @param conditions what they rely on, and who sees to it
 */
public record KubernetesFiles(
        SortedMap<String, String> files, List<HasMetadata> resources, List<Condition> conditions) {
    /** Copies the collections. */
    public KubernetesFiles {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
    }
}

package dev.gatehouse.ambassador.manifest;

import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.read.MappingNode;
import java.util.Map;

/**
 * One resource as it was written.
 *
 * @param kind its kind
 * @param version the version after the slash of {@code apiVersion}, such as {@code v3alpha1}
 * @param name {@code metadata.name}
 * @param namespace {@code metadata.namespace}, or {@code default} where it is left out, as kubectl has it
 * @param labels {@code metadata.labels}; values that are no text are left out
 * @param spec {@code spec}; an empty mapping at the resource's place where it is left out
 * @param place where the resource begins
 */
public record Manifest(
        Kind kind,
        String version,
        String name,
        String namespace,
        Map<String, String> labels,
        MappingNode spec,
        Place place) {
    /** Copies {@code labels}. */
    public Manifest {
        labels = Map.copyOf(labels);
    }

    /** {@code name.namespace}, which names the resource among those of its kind. */
    public String key() {
        return name + "." + namespace;
    }

    /** Such as {@code Mapping fraud.serving}, for findings. */
    public String subject() {
        return kind.word() + " " + key();
    }
}

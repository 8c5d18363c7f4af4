package dev.gatehouse.ambassador.route;

import dev.gatehouse.model.finding.Place;

/**
 * The resource that something is due to.
 *
 * @param kind such as {@code Mapping}; empty for what the ingress adds by itself
 * @param name its name
 * @param namespace its namespace
 * @param place where it was written
 */
public record Origin(String kind, String name, String namespace, Place place) {
    /** {@code name.namespace}. */
    public String key() {
        return name + "." + namespace;
    }

    /** As a record's own, spelled out, as is the hash: thousands of them are keys, and a record's own begin slowly. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Origin origin
                && kind.equals(origin.kind)
                && name.equals(origin.name)
                && namespace.equals(origin.namespace)
                && place.equals(origin.place);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + namespace.hashCode();
    }

    /** Whether the ingress added it by itself, such as its own health checks. */
    public boolean synthetic() {
        return kind.isEmpty();
    }

    /** Such as {@code Mapping fraud.serving}. */
    public String subject() {
        return synthetic() ? name : kind + " " + key();
    }
}

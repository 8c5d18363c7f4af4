package dev.gatehouse.model.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The EKS cluster that serves the models. It is never created.
 *
 * @param existing its name, if the spec gives it
 * @param namespace where the models' routes go; {@code default} if the spec does not say
 * @param ambassador where Emissary runs; {@code emissary} if the spec does not say
 * @param selector the labels of Emissary's pods; {@code app.kubernetes.io/name: emissary-ingress} if the spec does not
 *     say
 */
public record Cluster(Optional<String> existing, String namespace, String ambassador, Map<String, String> selector) {
    /** What holds where a spec says nothing of its cluster. */
    public static final Cluster DEFAULT =
            new Cluster(Optional.empty(), "default", "emissary", Map.of("app.kubernetes.io/name", "emissary-ingress"));

    /** Copies {@code selector} in its order. */
    public Cluster {
        selector = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(selector));
    }

    /** The same settings for the cluster of that name. */
    public Cluster withExisting(String name) {
        return new Cluster(Optional.of(name), namespace, ambassador, selector);
    }

    /** The same cluster with the models' routes in another namespace. */
    public Cluster withNamespace(String other) {
        return new Cluster(existing, other, ambassador, selector);
    }

    /** The same cluster with Emissary in another namespace. */
    public Cluster withAmbassador(String other) {
        return new Cluster(existing, namespace, other, selector);
    }

    /** The same cluster with other labels on Emissary's pods. */
    public Cluster withSelector(Map<String, String> labels) {
        return new Cluster(existing, namespace, ambassador, labels);
    }
}

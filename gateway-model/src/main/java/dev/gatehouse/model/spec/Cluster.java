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
}

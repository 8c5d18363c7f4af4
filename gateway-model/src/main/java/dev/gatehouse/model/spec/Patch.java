package dev.gatehouse.model.spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last word on one generated resource. Read and checked; carried out by a later release.
 *
 * @param design in which design; empty: in all
 * @param resource the resource's logical id
 * @param set path inside Properties (dotted or slashed, {@code -} appends) to value
 * @param reason why
 */
public record Patch(Optional<String> design, String resource, Map<String, Object> set, String reason) {
    /** Copies {@code set} in its order; values are texts, numbers, booleans, lists and maps. */
    public Patch {
        set = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(set));
    }
}

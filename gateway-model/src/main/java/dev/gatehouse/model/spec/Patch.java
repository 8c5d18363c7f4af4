package dev.gatehouse.model.spec;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
    /**
     * Copies {@code set} in its order. Whole numbers become {@code Long}, others {@code BigDecimal}, so that a patch
     * made in Java equals one that was read.
     *
     * @throws IllegalArgumentException if a value is no text, number, boolean, list or map
     */
    public Patch {
        Map<String, Object> copy = new LinkedHashMap<>();
        set.forEach((path, value) -> copy.put(path, plain(value)));
        set = Collections.unmodifiableMap(copy);
    }

    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(String.valueOf(key), plain(item)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Patch::plain).toList();
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float || value instanceof Double) {
            return new BigDecimal(value.toString()).stripTrailingZeros();
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        if (value instanceof String || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        throw new IllegalArgumentException("a patch sets texts, numbers, booleans, lists and maps, not " + value);
    }
}

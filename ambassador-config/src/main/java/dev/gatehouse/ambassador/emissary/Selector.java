package dev.gatehouse.ambassador.emissary;

import java.util.Map;

/** A label selector, of which only {@code matchLabels} counts. */
final class Selector {
    private Selector() {}

    /** Whether every label is there; true where none is asked for, even if expressions are. */
    static boolean matches(Attributes selector, Map<String, String> labels) {
        return selector.map("matchLabels").values().entrySet().stream()
                .allMatch(asked -> Attributes.text(asked.getValue(), "").equals(labels.get(asked.getKey())));
    }
}

package dev.gatehouse.ambassador.generate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of a resource in the order in which people read them, with comments beside them. Used by one thread. */
final class Fields {
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<List<String>, String> comments = new LinkedHashMap<>();

    Fields put(String key, Object value) {
        if (value instanceof Fields nested) {
            values.put(key, nested.values());
            nested.comments.forEach((path, comment) -> comments.put(below(key, path), comment));
        } else {
            values.put(key, value);
        }
        return this;
    }

    Fields put(String key, Object value, String comment) {
        put(key, value);
        if (!comment.isEmpty()) {
            comments.put(List.of(key), comment);
        }
        return this;
    }

    Fields put(String key, Optional<?> value) {
        value.ifPresent(given -> put(key, given));
        return this;
    }

    Fields putIf(boolean condition, String key, Object value) {
        return condition ? put(key, value) : this;
    }

    Fields putAll(Fields others) {
        values.putAll(others.values);
        comments.putAll(others.comments);
        return this;
    }

    Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    Map<List<String>, String> comments() {
        return Collections.unmodifiableMap(comments);
    }

    private static List<String> below(String key, List<String> path) {
        List<String> whole = new ArrayList<>();
        whole.add(key);
        whole.addAll(path);
        return List.copyOf(whole);
    }
}

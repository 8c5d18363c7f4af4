package dev.gatehouse.ambassador.emissary;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource's values by name, read as leniently as the compiler reads them. Mutable, so that groups can gather them.
 */
final class Attributes {
    private final Map<String, Object> values = new LinkedHashMap<>();

    static Attributes of(Map<String, Object> values) {
        Attributes attributes = new Attributes();
        attributes.values.putAll(values);
        return attributes;
    }

    Map<String, Object> values() {
        return values;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    void put(String name, Object value) {
        values.put(name, value);
    }

    void remove(String name) {
        values.remove(name);
    }

    Optional<Object> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Text; numbers and booleans as they would be written; empty for anything else. */
    String text(String name) {
        return text(values.get(name), "");
    }

    String text(String name, String otherwise) {
        return text(values.get(name), otherwise);
    }

    Optional<BigDecimal> number(String name) {
        return values.get(name) instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }

    /** Whether the value is there and not false, zero or empty. */
    boolean truthy(String name) {
        return truthy(values.get(name));
    }

    /** The map of that name, empty where there is none. */
    Attributes map(String name) {
        return mapOf(values.get(name));
    }

    List<?> list(String name) {
        return values.get(name) instanceof List<?> list ? list : List.of();
    }

    /** The list's items as text. */
    List<String> texts(String name) {
        return list(name).stream().map(item -> text(item, "")).toList();
    }

    static Attributes mapOf(@org.jspecify.annotations.Nullable Object value) {
        Attributes attributes = new Attributes();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> attributes.values.put(String.valueOf(key), item));
        }
        return attributes;
    }

    static String text(@org.jspecify.annotations.Nullable Object value, String otherwise) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        return otherwise;
    }

    static boolean truthy(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value instanceof BigDecimal number) {
            return number.signum() != 0;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        return value instanceof Map<?, ?> map && !map.isEmpty();
    }
}

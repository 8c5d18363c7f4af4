package dev.gatehouse.ambassador.envoy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Settings by the word of the manifests, read as leniently as Emissary does: a wrong type is as good as nothing. */
public final class Settings {
    private static final List<String> TRUE = List.of("y", "yes", "t", "true", "on", "1");

    private final Map<String, Object> values;

    /** Settings as a {@link dev.gatehouse.ambassador.route.RouteTable} holds them. */
    public Settings(Map<String, Object> values) {
        this.values = values;
    }

    /** The settings of an object; none where {@code value} is something else. */
    public static Settings of(Object value) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> values.put(String.valueOf(key), item));
        }
        return new Settings(values);
    }

    /** Whether something is written. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** Text; numbers and booleans as they would be written; empty for anything else. */
    public String text(String name) {
        return text(values.getOrDefault(name, ""));
    }

    /** A number; empty for anything else. */
    public Optional<BigDecimal> number(String name) {
        return values.get(name) instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }

    /** A number of milliseconds that is not zero. */
    public Optional<Duration> millis(String name) {
        return number(name).filter(number -> number.signum() != 0).map(number -> Duration.ofMillis(number.longValue()));
    }

    /** Whether it is on, by any of the words for that; off where nothing is written. */
    public boolean flag(String name) {
        Object value = values.getOrDefault(name, false);
        return value instanceof Boolean flag
                ? flag
                : value instanceof String text
                        ? TRUE.contains(text.toLowerCase(Locale.ROOT))
                        : value instanceof BigDecimal number && number.signum() != 0;
    }

    /** Whether it is on; {@code otherwise} where nothing is written. */
    public boolean flag(String name, boolean otherwise) {
        return has(name) ? flag(name) : otherwise;
    }

    /** The object of that name; an empty one where there is none. */
    public Settings map(String name) {
        return of(values.getOrDefault(name, Map.of()));
    }

    /** The objects of a list. */
    public List<Settings> maps(String name) {
        return list(name).stream().map(Settings::of).toList();
    }

    /** The list's items as text. */
    public List<String> texts(String name) {
        return list(name).stream().map(Settings::text).toList();
    }

    /** All settings as text, in the order of their names. */
    public Map<String, String> sorted() {
        Map<String, String> sorted = new TreeMap<>();
        values.forEach((name, value) -> sorted.put(name, text(value)));
        return sorted;
    }

    private List<?> list(String name) {
        return values.get(name) instanceof List<?> list ? list : List.of();
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String || value instanceof Boolean ? value.toString() : "";
    }
}

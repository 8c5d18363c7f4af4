package dev.gatehouse.ambassador.envoy;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One object of the configuration, its keys in the order in which they are put. Mutable while it is put together. */
final class Block {
    private static final String TYPES = "type.googleapis.com/envoy.";

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** An object that says its type, as all extensions must; {@code type} is what follows {@code envoy.}. */
    static Block typed(String type) {
        return new Block().put("@type", TYPES + type);
    }

    /** An extension by name, with its configuration. */
    static Block extension(String name, Block config) {
        return new Block().put("name", name).put("typed_config", config);
    }

    Block put(String name, Object value) {
        values.put(name, plain(value));
        return this;
    }

    /** Puts a list, unless it is empty. */
    Block putAll(String name, List<?> items) {
        return items.isEmpty() ? this : put(name, items);
    }

    /** Puts a text, unless it is empty. */
    Block putText(String name, String text) {
        return text.isEmpty() ? this : put(name, text);
    }

    Block putFlag(String name, boolean flag) {
        return flag ? put(name, true) : this;
    }

    /** Puts an object, unless it has no keys. */
    Block putBlock(String name, Block block) {
        return block.values.isEmpty() ? this : put(name, block);
    }

    /** Puts a duration as Envoy reads it: {@code 0.020s}. */
    Block put(String name, Duration duration) {
        return put(name, seconds(duration));
    }

    Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    private static String seconds(Duration duration) {
        long millis = duration.toMillis();
        long parts = Math.abs(millis % 1_000);
        String sign = millis < 0 ? "-" : "";
        return sign + Math.abs(millis / 1_000) + (parts == 0 ? "" : String.format(".%03d", parts)) + "s";
    }

    private static Object plain(Object value) {
        if (value instanceof Block block) {
            return block.values();
        }
        return value instanceof List<?> list ? list.stream().map(Block::plain).toList() : value;
    }
}

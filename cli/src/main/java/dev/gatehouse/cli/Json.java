package dev.gatehouse.cli;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes JSON with two spaces of indentation and keys in the order given. Of our own because it is 60 lines, and loading
 * a library would double the time that {@code gatehouse designs -o json} takes.
 */
final class Json {
    private final StringBuilder text = new StringBuilder();

    private Json() {}

    /** The text of a value made of maps with text keys, lists, texts, whole numbers, truth values and optionals. */
    static String of(Object value) {
        Json json = new Json();
        json.write(value, "");
        return json.text.append('\n').toString();
    }

    /** A map that keeps the order of {@code keysAndValues}. */
    static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    private void write(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
            all('{', '}', indent, map.size(), () -> {
                Map.Entry<?, ?> entry = entries.next();
                quoted((String) entry.getKey());
                text.append(": ");
                write(entry.getValue(), indent + "  ");
            });
        } else if (value instanceof List<?> list) {
            Iterator<?> items = list.iterator();
            all('[', ']', indent, list.size(), () -> write(items.next(), indent + "  "));
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresentOrElse(present -> write(present, indent), () -> text.append("null"));
        } else if (value instanceof Integer || value instanceof Boolean) {
            text.append(value);
        } else if (value instanceof String words) {
            quoted(words);
        } else {
            throw new IllegalStateException("JSON can't say a " + value.getClass());
        }
    }

    private void all(char open, char close, String indent, int size, Runnable next) {
        text.append(open);
        for (int i = 0; i < size; i++) {
            text.append(i == 0 ? "\n" : ",\n").append(indent).append("  ");
            next.run();
        }
        if (size > 0) {
            text.append('\n').append(indent);
        }
        text.append(close);
    }

    private void quoted(String words) {
        text.append('"');
        words.chars().forEach(letter -> {
            switch (letter) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> {
                    if (letter < ' ' || (Character.isSurrogate((char) letter) && !isPaired(words))) {
                        text.append(String.format(java.util.Locale.ROOT, "\\u%04x", letter));
                    } else {
                        text.append((char) letter);
                    }
                }
            }
        });
        text.append('"');
    }

    /** Half a surrogate pair can't be written as UTF-8. */
    private static boolean isPaired(String words) {
        return words.codePoints().noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}

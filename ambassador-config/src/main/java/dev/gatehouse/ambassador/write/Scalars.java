package dev.gatehouse.ambassador.write;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Scalars that YAML 1.1 and YAML 1.2 read alike. */
final class Scalars {
    /** Begins with a letter, a slash or an underscore, so it is no number and no time; never ends in a colon. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/](?:[A-Za-z0-9_/.@+=:-]*[A-Za-z0-9_/.@+=-])?");

    private static final Set<String> NOT_TEXT = Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

    private Scalars() {}

    static String of(Object value) {
        return value instanceof String text ? text(text) : String.valueOf(value);
    }

    static String text(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !NOT_TEXT.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (character < ' ' || character > '~') {
                        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
                    } else {
                        quoted.append(character);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}

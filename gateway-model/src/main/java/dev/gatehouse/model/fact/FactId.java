package dev.gatehouse.model.fact;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Names a fact: {@code rest-api.request-timeout}. One id may have several facts, for different days, regions or tiers.
 *
 * @param kind the component's kind, such as {@code rest-api}
 * @param id the fact's name on the component's sheet, such as {@code request-timeout}
 */
public record FactId(String kind, String id) implements Comparable<FactId> {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Comparator<FactId> ORDER =
            Comparator.comparing(FactId::kind).thenComparing(FactId::id);

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if a part is not lower-case words joined by hyphens
     */
    public FactId {
        if (!isWord(kind) || !isWord(id)) {
            throw new IllegalArgumentException(
                    "'" + kind + "." + id + "' is not two names of lower-case letters, digits and hyphens");
        }
    }

    /**
     * Reads {@code rest-api.request-timeout}.
     *
     * @throws IllegalArgumentException if it is not a kind, a point and a name
     */
    public static FactId parse(String text) {
        int point = text.indexOf('.');
        if (point < 0) {
            throw new IllegalArgumentException("'" + text + "' is not a kind, a point and a name");
        }
        return new FactId(text.substring(0, point), text.substring(point + 1));
    }

    static boolean isWord(String text) {
        return WORD.matcher(text).matches();
    }

    @Override
    public int compareTo(FactId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind + "." + id;
    }
}

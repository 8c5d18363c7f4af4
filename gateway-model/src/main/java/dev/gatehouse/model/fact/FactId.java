package dev.gatehouse.model.fact;

import java.util.Comparator;

/**
 * Names a fact: {@code rest-api.request-timeout}. One id may have several facts, for different days, regions or tiers.
 *
 * @param kind the component's kind, such as {@code rest-api}
 * @param id the fact's name on the component's sheet, such as {@code request-timeout}
 */
public record FactId(String kind, String id) implements Comparable<FactId> {
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

    /** Whether it is words of small letters and digits, the first beginning with a letter, joined by single hyphens. */
    static boolean isWord(String text) {
        boolean begun = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            boolean small = letter >= 'a' && letter <= 'z';
            boolean follows = (letter >= '0' && letter <= '9' && at > 0) || (letter == '-' && begun);
            if (!small && !follows) {
                return false;
            }
            begun = letter != '-';
        }
        return begun;
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

package dev.gatehouse.model.finding;

import java.util.regex.Pattern;

/**
 * The number of a rule, such as {@code GH-204}. A number never changes its meaning; {@code docs/rules.md} has a line
 * for each.
 *
 * @param text {@code GH-} and three or four digits
 */
public record RuleId(String text) implements Comparable<RuleId> {
    private static final Pattern FORM = Pattern.compile("GH-[0-9]{3,4}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if {@code text} is not {@code GH-} and three or four digits
     */
    public RuleId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("a rule id is GH- and three or four digits, not '" + text + "'");
        }
    }

    @Override
    public int compareTo(RuleId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}

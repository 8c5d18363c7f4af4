package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.TextMatch;
import dev.gatehouse.ambassador.route.ValueMatch;

/**
 * One condition of a Mapping on a header or query parameter, as the compiler counts and sorts it.
 *
 * @param name the name
 * @param value the value; empty for none
 * @param present whether only presence is asked for
 * @param regex whether the value is an expression
 */
record MatchItem(String name, String value, boolean present, boolean regex) {
    static MatchItem exact(String name, Object value) {
        return Boolean.TRUE.equals(value)
                ? new MatchItem(name, "", true, false)
                : new MatchItem(name, Attributes.text(value, ""), false, false);
    }

    /** As a record's own, spelled out, as is the hash: a record's own begin slowly. */
    @Override
    public boolean equals(Object other) {
        return other instanceof MatchItem item
                && name.equals(item.name)
                && value.equals(item.value)
                && present == item.present
                && regex == item.regex;
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + value.hashCode();
    }

    int length() {
        return CodePoints.length(name) + (value.isEmpty() ? 1 : CodePoints.length(value)) + (regex ? 1 : 0);
    }

    String key() {
        return name + "-" + (value.isEmpty() ? "*" : value);
    }

    /** Whether it says nothing: a host that may be anything. */
    boolean idle() {
        return name.equals(":authority") && !regex && value.equals("*");
    }

    ValueMatch condition() {
        if (regex) {
            return new ValueMatch(name, new TextMatch.Regex(value));
        }
        if (present) {
            return new ValueMatch(name, new TextMatch.Present());
        }
        if (name.equals(":authority") && value.startsWith("*")) {
            return new ValueMatch(name, new TextMatch.Suffix(value.substring(1)));
        }
        if (name.equals(":authority") && value.endsWith("*")) {
            return new ValueMatch(name, new TextMatch.Prefix(value.substring(0, value.length() - 1)));
        }
        return new ValueMatch(name, new TextMatch.Exact(value));
    }
}

package dev.gatehouse.model.read;

import dev.gatehouse.model.finding.Place;

/**
 * A single value.
 *
 * @param place where it begins
 * @param text the value as text, unquoted and unfolded
 * @param kind what YAML 1.2's core schema takes it for; a quoted value is always {@link Kind#TEXT}
 */
public record ScalarNode(Place place, String text, Kind kind) implements Node {
    /** What YAML 1.2's core schema takes a plain value for. */
    public enum Kind {
        /** Anything quoted, and any plain value that is nothing else. */
        TEXT("text"),
        /** Such as {@code 3} or {@code 0x1f}. */
        INTEGER("a number"),
        /** Such as {@code 3.5} or {@code .inf}. */
        FLOAT("a number"),
        /** {@code true} or {@code false} (in YAML 1.2 {@code on} and {@code yes} are words). */
        BOOLEAN("true or false"),
        /** {@code null}, {@code ~} or nothing at all. */
        NULL("nothing");

        private final String described;

        Kind(String described) {
            this.described = described;
        }
    }

    @Override
    public String described() {
        return kind.described;
    }
}

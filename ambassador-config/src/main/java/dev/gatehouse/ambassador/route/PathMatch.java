package dev.gatehouse.ambassador.route;

/** What a request's path, without its query, must be. */
public sealed interface PathMatch {
    /** The prefix, path or expression as it was written. */
    String text();

    /** A path that begins so; not by whole segments: {@code /m} takes {@code /m2}. */
    record Prefix(String text) implements PathMatch {}

    /** Exactly this path. */
    record Exact(String text) implements PathMatch {}

    /** The whole path by an RE2 expression. */
    record Regex(String text) implements PathMatch {}
}

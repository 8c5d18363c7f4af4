package dev.gatehouse.ambassador.route;

/** What becomes of a request's path on its way to the upstream. */
public sealed interface PathRewrite {
    /** It stays. */
    record Keep() implements PathRewrite {}

    /** The part that the route's path matched is replaced: the prefix, or, behind an expression, the whole path. */
    record ReplaceMatch(String by) implements PathRewrite {}

    /** What an RE2 expression matches anywhere in the path is replaced; {@code \1} is its first group. */
    record ReplaceAll(String expression, String by) implements PathRewrite {}
}

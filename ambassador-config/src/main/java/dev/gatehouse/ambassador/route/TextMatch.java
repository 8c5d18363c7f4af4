package dev.gatehouse.ambassador.route;

/** What a header's or a query parameter's value must be. */
public sealed interface TextMatch {
    /** Exactly this text. */
    record Exact(String text) implements TextMatch {}

    /** Text that begins so. */
    record Prefix(String text) implements TextMatch {}

    /** Text that ends so. */
    record Suffix(String text) implements TextMatch {}

    /** The whole text by an RE2 expression. */
    record Regex(String expression) implements TextMatch {}

    /** Anything, as long as it is there. */
    record Present() implements TextMatch {}
}

package dev.gatehouse.ambassador.route;

/**
 * One header that is added or taken away.
 *
 * @param side whether the request's or the answer's
 * @param name the header
 * @param how what happens to it
 */
public record HeaderEdit(Side side, String name, Change how) {
    /** Whose header. */
    public enum Side {
        /** The request's, on its way to the upstream. */
        REQUEST,
        /** The answer's, on its way to the client. */
        ANSWER
    }

    /** What happens to the header. */
    public sealed interface Change {
        /** Another value is added to those that are there. */
        record Append(String value) implements Change {}

        /** It has this value and no other. */
        record Set(String value) implements Change {}

        /** It is taken away. */
        record Remove() implements Change {}
    }
}

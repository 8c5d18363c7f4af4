package dev.gatehouse.load;

import java.util.OptionalLong;

/** When the pieces of one streamed answer came, on the clock of {@link System#nanoTime}. For one thread. */
final class Pieces {
    private OptionalLong firstToken = OptionalLong.empty();
    private OptionalLong last = OptionalLong.empty();
    private OptionalLong longestGap = OptionalLong.empty();

    /**
     * A piece came.
     *
     * @param token whether it holds a token, or comes after one: comments that keep a connection alive are pieces too
     */
    void came(long atNanos, boolean token) {
        last.ifPresent(before -> longestGap = OptionalLong.of(Math.max(longestGap.orElse(0), atNanos - before)));
        last = OptionalLong.of(atNanos);
        if (token && firstToken.isEmpty()) {
            firstToken = OptionalLong.of(atNanos);
        }
    }

    /**
     * The limit was reached: a token that did not come by then, or the silence since the last piece, took that long.
     */
    void cameNoMore(long atNanos) {
        if (firstToken.isEmpty()) {
            firstToken = OptionalLong.of(atNanos);
        }
        last.ifPresent(before -> longestGap = OptionalLong.of(Math.max(longestGap.orElse(0), atNanos - before)));
    }

    /** When the first token came; empty if none did. */
    OptionalLong firstToken() {
        return firstToken;
    }

    /** The longest silence between two pieces; empty if there were not two. */
    OptionalLong longestGap() {
        return longestGap;
    }
}

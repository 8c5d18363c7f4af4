package dev.gatehouse.model.hop;

import java.util.Arrays;
import java.util.Optional;

/** How a hop stands to the path. */
public enum Stance {
    /** Asked before the request is sent (DNS); no byte of it passes through. */
    CONSULTED("consulted"),
    /** Every byte passes through it. */
    ON_PATH("on-path"),
    /** Inspects at the next hop on the path (a web ACL). */
    ATTACHED("attached");

    private final String word;

    Stance(String word) {
        this.word = word;
    }

    /** The word of sheets, JSON and texts. */
    public String word() {
        return word;
    }

    /** The stance of that word, if there is one. */
    public static Optional<Stance> ofWord(String word) {
        return Arrays.stream(values())
                .filter(stance -> stance.word.equals(word))
                .findFirst();
    }
}

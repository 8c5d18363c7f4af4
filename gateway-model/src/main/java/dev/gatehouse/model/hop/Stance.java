package dev.gatehouse.model.hop;

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

    /** The word of JSON and texts. */
    public String word() {
        return word;
    }
}

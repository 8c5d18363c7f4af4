package dev.gatehouse.lab.server;

/** Which of a model's services answers. */
public enum Variant {
    /** The model itself. */
    BASE("base"),
    /** Its second version that takes a share. */
    CANARY("canary"),
    /** Its second version that gets copies. */
    SHADOW("shadow");

    private final String word;

    Variant(String word) {
        this.word = word;
    }

    /** The word of the header {@code x-variant}. */
    public String word() {
        return word;
    }
}

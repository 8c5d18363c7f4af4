package dev.gatehouse.measurements.result;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a run says of one contestant beside another. There is no fifth word. */
public enum Verdict {
    /** Its median response time is smaller. */
    FASTER("faster"),
    /** Its median response time is larger. */
    SLOWER("slower"),
    /** The difference, if there is one, is smaller than what matters. */
    EQUAL("equal within delta"),
    /** The rounds don't tell. */
    UNDECIDED("undecided");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** {@code faster}, {@code slower}, {@code equal within delta} or {@code undecided}. */
    @JsonValue
    public String words() {
        return words;
    }

    /** The same seen from the other contestant. */
    public Verdict reversed() {
        return this == FASTER ? SLOWER : this == SLOWER ? FASTER : this;
    }
}

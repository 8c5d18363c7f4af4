package dev.gatehouse.measurements.result;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a run says anything, and if not, why not. */
public enum Standing {
    /** Some rounds are still to come. */
    UNFINISHED,
    /** Every pair has a verdict. */
    RANKED,
    /** Something spoiled the run: it says nothing. */
    VOID,
    /** Delays were injected: it may not rank designs by latency. */
    REFUSED;

    /** {@code unfinished}, {@code ranked}, {@code void} or {@code refused}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

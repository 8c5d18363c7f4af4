package dev.gatehouse.measurements.recording;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A span of time that is recorded of a request. */
public enum Timing {
    /** From the intended start to the last byte of the answer; a request that timed out counts with the limit. */
    RESPONSE,
    /** From the first byte sent to the last byte of the answer, or to the limit. */
    SERVICE,
    /** From the intended start to the first byte sent: the generator's own delay. */
    LAG,
    /** From the intended start to the first piece of a streamed answer. */
    FIRST_TOKEN,
    /** The longest silence between two pieces of a streamed answer. */
    LONGEST_GAP;

    /** The word in files: {@code response}, {@code first-token}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Timing> ofWord(String word) {
        return Arrays.stream(values())
                .filter(timing -> timing.word().equals(word))
                .findFirst();
    }
}

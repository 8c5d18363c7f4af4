package dev.gatehouse.measurements.result;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.List;

/** How the operating system scheduled the threads of a generator that send requests and hear of answers. */
public enum Scheduling {
    /** All of them went before every other thread of the machine. */
    REAL_TIME("real-time"),

    /** At least one waited for others as any thread does, on Linux for up to 4 ms. */
    ORDINARY("ordinary"),

    /** Nobody wrote it down: the file is older than this figure. */
    UNKNOWN("unknown");

    private final String word;

    Scheduling(String word) {
        this.word = word;
    }

    /** As files write it. */
    @JsonValue
    public String word() {
        return word;
    }

    /** That of several generators together: real-time only if each was, unknown if one is. */
    public static Scheduling together(List<Scheduling> all) {
        return all.stream().max(Comparator.naturalOrder()).orElse(UNKNOWN);
    }
}

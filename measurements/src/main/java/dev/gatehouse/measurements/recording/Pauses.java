package dev.gatehouse.measurements.recording;

import java.time.Duration;

/**
 * How long the whole process stood still while a run was measured: collections of garbage, a busy machine. Pauses
 * shorter than the meter's own tick can't be seen.
 *
 * @param longest the longest pause
 * @param total all pauses of 1 ms or more together
 * @param count how many these were
 */
public record Pauses(Duration longest, Duration total, long count) {
    /** None was seen. */
    public static final Pauses NONE = new Pauses(Duration.ZERO, Duration.ZERO, 0);

    /** Both together. */
    public Pauses plus(Pauses other) {
        return new Pauses(
                longest.compareTo(other.longest) >= 0 ? longest : other.longest,
                total.plus(other.total),
                count + other.count);
    }

    /** With one pause more, if it is of 1 ms or more. */
    Pauses with(long nanos) {
        return nanos < HiccupMeter.SHORTEST_NANOS
                ? this
                : plus(new Pauses(Duration.ofNanos(nanos), Duration.ofNanos(nanos), 1));
    }
}

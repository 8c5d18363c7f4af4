package dev.gatehouse.measurements.result;

import dev.gatehouse.measurements.recording.Recording;

/**
 * One contestant in one round.
 *
 * @param scheduled how many requests the schedule, or the part of it that was sent, holds
 * @param recording what became of them
 */
public record Run(long scheduled, Recording recording) {
    /** Both together, as if one generator had sent them all. */
    Run plus(Run other) {
        return new Run(scheduled + other.scheduled, Recording.merged(java.util.List.of(recording, other.recording)));
    }
}

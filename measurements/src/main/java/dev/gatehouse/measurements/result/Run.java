package dev.gatehouse.measurements.result;

import dev.gatehouse.measurements.recording.Recording;

/**
 * One contestant in one round.
 *
 * @param scheduled how many requests the schedule, or the part of it that was sent, holds
 * @param recording what became of them
 */
public record Run(long scheduled, Recording recording) {}

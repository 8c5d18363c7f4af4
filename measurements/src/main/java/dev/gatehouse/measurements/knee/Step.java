package dev.gatehouse.measurements.knee;

import dev.gatehouse.measurements.recording.Recording;
import dev.gatehouse.measurements.recording.Timing;
import dev.gatehouse.model.unit.Rate;

/**
 * What one step of a search showed.
 *
 * @param offered the rate at which requests arrived
 * @param achieved the part of it that was answered as asked, from 0 to 1
 * @param p50Nanos median response time, from the intended start
 */
public record Step(Rate offered, double achieved, long p50Nanos) {
    /** What a recording of {@code scheduled} requests at that rate shows. */
    public static Step of(Rate offered, long scheduled, Recording recording) {
        return new Step(
                offered,
                scheduled == 0 ? 0 : (double) recording.tally().ok() / scheduled,
                recording.quantileNanos(Timing.RESPONSE, 0.5));
    }
}

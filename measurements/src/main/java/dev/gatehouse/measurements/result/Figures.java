package dev.gatehouse.measurements.result;

import dev.gatehouse.measurements.recording.Recording;
import dev.gatehouse.measurements.recording.Timing;
import dev.gatehouse.measurements.statistics.Quantiles;
import java.util.OptionalLong;

/**
 * One contestant in one round, in numbers. Quantiles are there only with 100 requests beyond them.
 *
 * @param scheduled requests that the schedule holds
 * @param sent requests that left
 * @param ok of these, answered as asked
 * @param failed of these, failed
 * @param timedOut of these, not answered within the limit
 * @param p50Nanos median response time
 * @param p90Nanos 90th percentile of response times
 * @param lagP50Nanos median of the generator's own delay
 */
public record Figures(
        long scheduled,
        long sent,
        long ok,
        long failed,
        long timedOut,
        OptionalLong p50Nanos,
        OptionalLong p90Nanos,
        long lagP50Nanos) {
    /**
     * Checks that nothing was dropped.
     *
     * @throws IllegalArgumentException if sent is not ok + failed + timed out
     */
    public Figures {
        if (sent != ok + failed + timedOut) {
            throw new IllegalArgumentException(
                    sent + " were sent, but " + ok + " + " + failed + " + " + timedOut + " have an outcome");
        }
    }

    static Figures of(Run run) {
        Recording recording = run.recording();
        return new Figures(
                run.scheduled(),
                recording.tally().sent(),
                recording.tally().ok(),
                recording.tally().failures(),
                recording.tally().timedOut(),
                quantile(recording, 0.5),
                quantile(recording, 0.9),
                recording.quantileNanos(Timing.LAG, 0.5));
    }

    private static OptionalLong quantile(Recording recording, double part) {
        return Quantiles.isKnown(recording.count(Timing.RESPONSE), part)
                ? OptionalLong.of(recording.quantileNanos(Timing.RESPONSE, part))
                : OptionalLong.empty();
    }
}

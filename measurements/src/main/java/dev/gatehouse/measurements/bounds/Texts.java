package dev.gatehouse.measurements.bounds;

import dev.gatehouse.model.unit.Durations;
import java.time.Duration;
import java.util.Locale;

/** Numbers in findings. */
final class Texts {
    private Texts() {}

    /** To the microsecond. */
    static String millis(long nanos) {
        return Durations.format(Duration.ofNanos(nanos / 1_000 * 1_000));
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f %%", 100 * share);
    }
}

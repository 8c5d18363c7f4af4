package dev.gatehouse.measurements.bounds;

import dev.gatehouse.model.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What reading a file of bounds gave.
 *
 * @param bounds what it demands; empty if there is an error
 * @param findings what is wrong, by place
 */
public record BoundsReading(Optional<Bounds> bounds, List<Finding> findings) {
    /** Copies the findings. */
    public BoundsReading {
        findings = List.copyOf(findings);
    }
}

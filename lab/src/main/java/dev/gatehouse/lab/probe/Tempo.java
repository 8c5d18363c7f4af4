package dev.gatehouse.lab.probe;

import dev.gatehouse.lab.LabOptions;
import dev.gatehouse.lab.net.Pace;
import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.spec.Model;

/**
 * How fast a lab's clock runs for a probe.
 *
 * @param factor how many times as fast
 * @param slowness by how much it is slowed then
 * @param timed whether models take their time
 */
record Tempo(int factor, int slowness, boolean timed) {
    /** What no clock makes faster, such as asking the limiter, has so many times as long, for a busy machine's sake. */
    private static final int PATIENCE = 8;

    /** Fast enough that a client's plan has room again soon. */
    private static final int FAST = 5;

    static Tempo of(Cell cell, Model model) {
        return switch (cell.row()) {
            case "answers", "stream" -> new Tempo(TimeProbes.clock(model) * PATIENCE, PATIENCE, true);
            case "canary", "canary-pin", "shadow" -> new Tempo(FAST * PATIENCE, PATIENCE, false);
            default -> new Tempo(1, PATIENCE, false);
        };
    }

    LabOptions options(int slowed) {
        LabOptions options =
                LabOptions.standard().clock(Pace.times(factor).slowed(slowness).slowed(slowed));
        return timed ? options : options.with(options.models().atOnce());
    }
}

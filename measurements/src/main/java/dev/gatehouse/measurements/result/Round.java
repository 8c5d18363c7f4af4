package dev.gatehouse.measurements.result;

import dev.gatehouse.measurements.recording.Pauses;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One round: every contestant ran once.
 *
 * @param number from 1
 * @param runs by the contestant's name, in the order in which they ran
 * @param loadBefore the machine's load average of one minute before the round; below 0 if it has none
 * @param pauses of the generator's process during the round
 * @param scheduling of the generator's threads
 */
public record Round(int number, Map<String, Run> runs, double loadBefore, Pauses pauses, Scheduling scheduling) {
    /** Copies the runs in their order. */
    public Round {
        runs = Collections.unmodifiableMap(new LinkedHashMap<>(runs));
    }

    /** The names of the contestants in the order in which they ran. */
    public List<String> order() {
        return List.copyOf(runs.keySet());
    }

    /**
     * The run of a contestant.
     *
     * @throws IllegalArgumentException if it did not run
     */
    public Run run(String contestant) {
        Run run = runs.get(contestant);
        if (run == null) {
            throw new IllegalArgumentException(contestant + " did not run in round " + number);
        }
        return run;
    }
}

package dev.gatehouse.measurements.result;

import dev.gatehouse.measurements.recording.Pauses;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One round in numbers.
 *
 * @param number from 1
 * @param loadBefore the machine's load average before it; below 0 if it has none
 * @param pauses of the generator's process
 * @param scheduling of the generator's threads
 * @param contestants by name, in the order in which they ran
 */
public record RoundFigures(
        int number, double loadBefore, Pauses pauses, Scheduling scheduling, Map<String, Figures> contestants) {
    /** Copies the figures in their order. */
    public RoundFigures {
        contestants = Collections.unmodifiableMap(new LinkedHashMap<>(contestants));
    }

    static RoundFigures of(Round round) {
        Map<String, Figures> figures = new LinkedHashMap<>();
        round.runs().forEach((name, run) -> figures.put(name, Figures.of(run)));
        return new RoundFigures(round.number(), round.loadBefore(), round.pauses(), round.scheduling(), figures);
    }

    /**
     * The figures of a contestant.
     *
     * @throws IllegalArgumentException if it did not run
     */
    public Figures of(String contestant) {
        Figures figures = contestants.get(contestant);
        if (figures == null) {
            throw new IllegalArgumentException(contestant + " did not run in round " + number);
        }
        return figures;
    }
}

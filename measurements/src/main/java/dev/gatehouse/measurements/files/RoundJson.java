package dev.gatehouse.measurements.files;

import dev.gatehouse.measurements.recording.Pauses;
import dev.gatehouse.measurements.recording.Tally;
import dev.gatehouse.measurements.result.Scheduling;
import java.time.Duration;
import java.util.List;

/**
 * What {@code round.json} holds: all of a round but its histograms.
 *
 * @param plan the plan's id
 * @param number of the round, from 1
 * @param loadBefore the machine's load average before it
 * @param pauses of the generator's process
 * @param scheduling of its threads
 * @param runs in the order in which they ran
 */
record RoundJson(String plan, int number, double loadBefore, Pauses pauses, Scheduling scheduling, List<Line> runs) {
    /**
     * One run.
     *
     * @param contestant its name
     * @param log the file of its histograms
     * @param scheduled how many requests its schedule holds
     * @param span from the schedule's start to the last request that was sent
     * @param tally what became of them
     */
    record Line(String contestant, String log, long scheduled, Duration span, Tally tally) {}

    /** Copies the runs. */
    RoundJson {
        runs = List.copyOf(runs);
    }

    String text() {
        return ValuesJson.text(ValuesJson.MAPPER.valueToTree(this));
    }

    static RoundJson read(String text) {
        return ValuesJson.MAPPER.treeToValue(
                ValuesJson.withScheduling(ValuesJson.MAPPER.readTree(text)), RoundJson.class);
    }
}

package dev.gatehouse.load;

import dev.gatehouse.measurements.recording.Tally;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What one design lost.
 *
 * @param design its id
 * @param impossible why the drill can't be done with it, and then nothing was sent; else empty
 * @param notCarried requests of the schedule that were never sent, since the design carries nothing of their kind
 * @param tally what became of every request that was sent; failures by the hop that the client heard of it from
 * @param early how many of them were lost before the fault
 * @param firstMillis milliseconds of the lab from the fault to the first loss; empty if nothing was lost
 * @param recoveryMillis milliseconds of the lab from the fault to the last loss; empty if nothing was lost
 * @param hops what each stage refused or broke off, by the hop and its reason; a request may be in several
 * @param atModels requests that arrived at the models, those of shadows not among them
 */
record DrillOutcome(
        String design,
        Optional<String> impossible,
        List<String> notCarried,
        Tally tally,
        long early,
        Optional<Long> firstMillis,
        Optional<Long> recoveryMillis,
        SortedMap<String, SortedMap<String, Long>> hops,
        long atModels) {
    /** Copies the list. */
    DrillOutcome {
        notCarried = List.copyOf(notCarried);
    }

    /** A design that the drill means nothing to. */
    static DrillOutcome impossible(String design, String why) {
        return new DrillOutcome(
                design,
                Optional.of(why),
                List.of(),
                Tally.NONE,
                0,
                Optional.empty(),
                Optional.empty(),
                new java.util.TreeMap<>(),
                0);
    }

    /** Requests that failed or timed out. */
    long lost() {
        return tally.failures() + tally.timedOut();
    }
}

package dev.gatehouse.model.topology;

import dev.gatehouse.model.hop.HopKind;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The time limits along one model's path, innermost first: each hop waits a little longer than the one behind it, so
 * that the hop nearest the model is the one that gives up and can say why.
 *
 * @param model the model's name
 * @param streamed whether its answer comes in pieces, so that silence and not the total is what hops watch
 * @param rungs one per hop that has a limit, innermost first
 */
public record TimeoutLadder(String model, boolean streamed, List<Rung> rungs) {
    /** By how much an outer hop waits longer than the hop behind it. */
    public static final Duration MARGIN = Duration.ofSeconds(1);

    /**
     * One hop's limits.
     *
     * @param hop the hop
     * @param total the longest whole answer; empty: none is set
     * @param idle the longest silence; empty: the hop has no such setting
     */
    public record Rung(HopKind hop, Optional<Duration> total, Optional<Duration> idle) {}

    /** Copies {@code rungs}. */
    public TimeoutLadder {
        rungs = List.copyOf(rungs);
    }

    /** The longest whole answer that a hop allows, if it sets one. */
    public Optional<Duration> total(HopKind hop) {
        return rung(hop).flatMap(Rung::total);
    }

    /** The longest silence that a hop allows, if it has such a setting; of two of a kind the longer. */
    public Optional<Duration> idle(HopKind hop) {
        return rungs.stream()
                .filter(rung -> rung.hop().equals(hop))
                .flatMap(rung -> rung.idle().stream())
                .max(Comparator.naturalOrder());
    }

    private Optional<Rung> rung(HopKind hop) {
        return rungs.stream().filter(rung -> rung.hop().equals(hop)).findFirst();
    }
}

package dev.gatehouse.model.latency;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Section;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.Stance;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds up what the hops in front of the model add. A hop that is asked beforehand adds nothing to a warm connection.
 */
final class LatencyFold {
    /** Hops that send a request to whichever zone its target stands in. */
    private static final List<HopKind> SPREADING =
            List.of(HopKind.APPLICATION_LOAD_BALANCER, HopKind.NETWORK_LOAD_BALANCER, HopKind.AMBASSADOR);

    private LatencyFold() {}

    static Latency latency(Topology topology, EntryPath path) {
        List<AddedTime> items = new ArrayList<>();
        List<HopKind> without = new ArrayList<>();
        Optional<Fact> crossing = fact(topology, new HopKind("network"), "added-cross-zone");
        for (Hop hop : path.hops()) {
            if (hop.stance() == Stance.CONSULTED || hop.kind().equals(HopKind.MODEL_SERVICE)) {
                continue;
            }
            fact(topology, hop.kind(), "added")
                    .ifPresentOrElse(
                            fact -> items.add(new AddedTime(hop.kind(), "added", low(fact), high(fact), fact)),
                            () -> without.add(hop.kind()));
            if (SPREADING.contains(hop.kind())) {
                crossing.ifPresent(fact ->
                        items.add(new AddedTime(hop.kind(), "added-cross-zone", Duration.ZERO, high(fact), fact)));
            }
        }
        return new Latency(path.entry().name(), items, without);
    }

    private static Optional<Fact> fact(Topology topology, HopKind kind, String id) {
        return topology.known().fact(kind, id).filter(fact -> fact.section() == Section.LATENCY);
    }

    /** The lower end of an interval; a measured number is an interval of one point. */
    private static Duration low(Fact fact) {
        return fact.min().or(fact::value).map(Quantity::toDuration).orElseThrow();
    }

    private static Duration high(Fact fact) {
        return fact.max().or(fact::value).map(Quantity::toDuration).orElseThrow();
    }
}

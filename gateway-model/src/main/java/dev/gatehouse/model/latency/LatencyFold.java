package dev.gatehouse.model.latency;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Section;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.hop.Stance;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
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
                            fact -> items.add(added(topology, hop.kind(), "added", Interval.of(fact), fact)),
                            () -> without.add(hop.kind()));
            if (SPREADING.contains(hop.kind())) {
                crossing.ifPresent(fact -> items.add(added(
                        topology,
                        hop.kind(),
                        "added-cross-zone",
                        Interval.of(fact).fromZero(),
                        fact)));
            }
        }
        return new Latency(path.entry().name(), items, without);
    }

    private static AddedTime added(Topology topology, HopKind hop, String what, Interval time, Fact fact) {
        Optional<Interval> instead = topology.facts()
                .beneath(fact)
                .map(Interval::of)
                .map(ours -> what.equals("added-cross-zone") ? ours.fromZero() : ours);
        return new AddedTime(hop, what, time.low(), time.high(), fact, instead);
    }

    private static Optional<Fact> fact(Topology topology, HopKind kind, String id) {
        return topology.known().fact(kind, id).filter(fact -> fact.section() == Section.LATENCY);
    }
}

package dev.gatehouse.model.compare;

import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.DataSize;
import dev.gatehouse.model.unit.Durations;
import dev.gatehouse.model.unit.Quantity;
import dev.gatehouse.model.unit.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** What a platform needs of each kind of limit when its load is at its peak. */
final class Uses {
    private Uses() {}

    /** What one model needs of a limit of its own path. */
    static Optional<Use> of(Model model, String id) {
        return switch (id) {
            case "request-timeout" -> model.atMost().map(most -> new Use("longest answer", time(most)));
            case "stream-timeout" -> model.atMost().map(most -> new Use("longest stream", time(most)));
            case "idle-timeout" -> Optional.of(new Use("longest silence", time(model.longestSilence())));
            case "request-body" ->
                Optional.of(new Use("request", size(model.load().request())));
            case "response-body" ->
                Optional.of(new Use("answer", size(model.load().response())));
            default -> Optional.empty();
        };
    }

    /** What all models together need of a limit that one hop has for all of them. */
    static Optional<Use> of(Topology topology, HopKind hop, String id) {
        return switch (id) {
            case "throttle-rate", LimitFold.OWN_RATE -> Optional.of(new Use("peak", peak(topology, hop)));
            case "listeners" -> ports(topology, hop);
            default -> Optional.empty();
        };
    }

    /** Every model's peak once, if an entry that meets the hop serves it. */
    static Quantity peak(Topology topology, HopKind hop) {
        BigDecimal peak = topology.spec().models().stream()
                .filter(model -> topology.paths().stream()
                        .anyMatch(path -> path.has(hop)
                                && model.entries().contains(path.entry().name())))
                .map(model -> model.load().peak().perSecond())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Quantity(peak, Unit.PER_SECOND);
    }

    /** The ports of the NLB that has most. */
    private static Optional<Use> ports(Topology topology, HopKind hop) {
        return hop.equals(HopKind.NETWORK_LOAD_BALANCER)
                ? topology.seam().balancers().stream()
                        .map(balancer -> topology.seam().ports(balancer.id()).size())
                        .max(Integer::compare)
                        .map(most -> new Use("made", Quantity.of(most, Unit.ONE)))
                : Optional.empty();
    }

    private static Quantity time(Duration time) {
        return Quantity.parse(Durations.format(time));
    }

    private static Quantity size(DataSize size) {
        return Quantity.parse(size.toString());
    }
}

package dev.gatehouse.model.cost;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Known;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Division;
import dev.gatehouse.model.unit.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What passes a hop, per hour on average. Bodies are counted; headers and what TLS adds are not.
 *
 * @param flows whose requests
 */
record Traffic(List<Flow> flows) {
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    Traffic {
        flows = List.copyOf(flows);
    }

    static Traffic of(Topology topology) {
        List<Flow> flows = new ArrayList<>();
        for (EntryPath path : topology.paths()) {
            for (Model model : topology.spec().modelsOf(path.entry())) {
                BigDecimal entries = BigDecimal.valueOf(model.entries().size());
                flows.add(new Flow(
                        path,
                        model,
                        Division.of(model.load().average().perHour(), entries),
                        Division.of(model.load().peak().perHour(), entries)));
            }
        }
        return new Traffic(flows);
    }

    /** That many times as many requests, on average and at the peak; bodies and held connections stay as they are. */
    Traffic times(BigDecimal factor) {
        return new Traffic(flows.stream()
                .map(flow -> new Flow(
                        flow.path(),
                        flow.model(),
                        flow.average().multiply(factor),
                        flow.peak().multiply(factor)))
                .toList());
    }

    /** As if every hour were as busy as the worst. */
    Traffic atPeak() {
        return new Traffic(flows.stream()
                .map(flow -> new Flow(flow.path(), flow.model(), flow.peak(), flow.peak()))
                .toList());
    }

    Traffic through(Hop hop) {
        return only(flow -> flow.path().hops().contains(hop));
    }

    Traffic without(Model model) {
        return only(flow -> !flow.model().equals(model));
    }

    Traffic only(Predicate<Flow> wanted) {
        return new Traffic(flows.stream().filter(wanted).toList());
    }

    List<String> models() {
        return flows.stream().map(flow -> flow.model().name()).distinct().toList();
    }

    BigDecimal requests() {
        return sum(Flow::average);
    }

    BigDecimal peakRequests() {
        return sum(Flow::peak);
    }

    BigDecimal requestBytes() {
        return sum(Flow::requestBytes);
    }

    BigDecimal responseBytes() {
        return sum(Flow::responseBytes);
    }

    BigDecimal bytes() {
        return requestBytes().add(responseBytes());
    }

    BigDecimal sum(Function<Flow, BigDecimal> of) {
        return flows.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * Connections that clients open and hold; behind a proxy they are at most as many.
     *
     * @throws dev.gatehouse.model.fact.MissingFactException if nothing is assumed of clients
     */
    Connections connections(Known known) {
        Fact perConnection = known.facts().require("traffic", "requests-per-connection");
        Fact life = known.facts().require("traffic", "connection-life");
        BigDecimal requests = perConnection.value().map(Quantity::toCount).orElseThrow();
        BigDecimal seconds = BigDecimal.valueOf(
                        life.value().map(Quantity::toDuration).orElseThrow().toMillis())
                .movePointLeft(3);
        BigDecimal opened = BigDecimal.ZERO;
        BigDecimal open = BigDecimal.ZERO;
        for (Flow flow : flows) {
            BigDecimal perSecond = Division.of(flow.average(), SECONDS_PER_HOUR);
            OptionalInt held = flow.model().load().connections();
            if (held.isPresent()) {
                open = open.add(BigDecimal.valueOf(held.getAsInt()));
            } else {
                BigDecimal rate = Division.of(perSecond, requests);
                opened = opened.add(rate);
                open = open.add(rate.multiply(seconds));
            }
        }
        return new Connections(opened, open, List.of(perConnection, life));
    }

    /**
     * What clients hold open.
     *
     * @param opened new connections a second
     * @param open connections at once
     * @param basis what they rest on
     */
    record Connections(BigDecimal opened, BigDecimal open, List<Fact> basis) {
        Connections {
            basis = List.copyOf(basis);
        }
    }
}

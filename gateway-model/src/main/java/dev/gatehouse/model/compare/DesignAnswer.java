package dev.gatehouse.model.compare;

import dev.gatehouse.model.availability.Availability;
import dev.gatehouse.model.cost.Cost;
import dev.gatehouse.model.cost.CostTerms;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.latency.Distance;
import dev.gatehouse.model.latency.Latency;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the comparison says of one design.
 *
 * @param topology the platform on the design's path
 * @param cells its answers, by row, then in the order of the spec's entries and models
 * @param limits the tightest limit of each kind
 * @param measures what is no promise
 * @param findings one for each broken cell, its subject being the place in the spec
 */
public record DesignAnswer(
        Topology topology, List<Cell> cells, List<Limit> limits, List<Measure> measures, List<Finding> findings) {
    /** Copies the lists. */
    public DesignAnswer {
        cells = List.copyOf(cells);
        limits = List.copyOf(limits);
        measures = List.copyOf(measures);
        findings = List.copyOf(findings);
    }

    /** The design. */
    public Design design() {
        return topology.design();
    }

    /** What it costs in a month, line by line. */
    public Cost cost() {
        return Cost.of(topology);
    }

    /** What it adds to an answer's time, by entry, in the order of the spec. */
    public List<Latency> latency() {
        return topology.paths().stream().map(path -> Latency.of(topology, path)).toList();
    }

    /** The way of the first public entry, whose path is the design's own; of the first entry if none is public. */
    public EntryPath mainPath() {
        return topology.paths().stream()
                .filter(path -> path.entry().isPublic())
                .findFirst()
                .orElse(topology.paths().get(0));
    }

    /** What {@link #mainPath} adds to an answer's time. */
    public Latency mainLatency() {
        return Latency.of(topology, mainPath());
    }

    /** The hours of a month, for costs and for minutes that service levels leave open. */
    public BigDecimal hoursPerMonth() {
        return CostTerms.of(topology.known()).hours();
    }

    /** What the published service levels along {@link #mainPath} come to. */
    public Availability mainAvailability() {
        return Availability.of(topology, mainPath());
    }

    /** How far clients of the first public entry are, by the place where they are. */
    public List<Distance> distances() {
        return Distance.of(topology, mainPath());
    }

    /** What the published service levels come to, by entry, in the order of the spec. */
    public List<Availability> availability() {
        return topology.paths().stream()
                .map(path -> Availability.of(topology, path))
                .toList();
    }

    /** The worst of its cells. */
    public State verdict() {
        return path().verdict();
    }

    /** The cells of one row. */
    public List<Cell> row(String row) {
        return cells.stream().filter(cell -> cell.row().equals(row)).toList();
    }

    /** How many cells come to {@code state}. */
    public long count(State state) {
        return path().count(state);
    }

    /** The conditions that are yours to see to, each once, in the order of the cells. */
    public List<Condition> conditionsOfYours() {
        return path().conditionsOfYours();
    }

    private PathAnswer path() {
        return new PathAnswer(topology, cells);
    }
}

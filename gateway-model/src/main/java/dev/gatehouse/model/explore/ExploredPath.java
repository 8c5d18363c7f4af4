package dev.gatehouse.model.explore;

import dev.gatehouse.model.availability.Availability;
import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.PathAnswer;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.cost.Cost;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.latency.Latency;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Money;
import dev.gatehouse.model.unit.Share;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A legal path with everything that it is ranked by. Immutable; reckoned once, when it is made. */
public final class ExploredPath {
    private final PathAnswer answer;
    private final int broken;
    private final int unknown;
    private final int yours;
    private final Cost cost;
    private final Latency latency;
    private final Availability availability;
    private final int hops;
    private final Standing standing;

    /**
     * What paths are held against each other by, each reckoned once.
     *
     * @param perMonth the cost, where every price is known
     * @param atLeast what the lines with a known price come to
     * @param low the least that the hops of known time add
     * @param high the most that they add
     * @param share the product of the service levels
     */
    record Standing(Optional<Money> perMonth, Money atLeast, Duration low, Duration high, Optional<Share> share) {}

    private ExploredPath(PathAnswer answer, Cost cost, EntryPath shown) {
        this.answer = answer;
        this.broken = (int) answer.count(State.BROKEN);
        this.unknown = (int) answer.count(State.UNKNOWN);
        this.yours = answer.conditionsOfYours().size();
        this.cost = cost;
        this.latency = Latency.of(answer.topology(), shown);
        this.availability = Availability.of(answer.topology(), shown);
        this.hops = shown.onPath().size();
        this.standing = new Standing(
                cost.perMonth(),
                cost.known(),
                latency.low().orElse(Duration.ZERO),
                latency.high().orElse(Duration.ZERO),
                availability.share());
    }

    static ExploredPath of(PlatformSpec spec, Facts facts, Design design, LocalDate today) {
        PathAnswer answer = PathAnswer.of(spec, facts, design, today);
        return new ExploredPath(answer, Cost.unshared(answer.topology()), shown(answer.topology()));
    }

    private static EntryPath shown(Topology topology) {
        return topology.paths().stream()
                .filter(path -> path.entry().isPublic())
                .findFirst()
                .orElse(topology.paths().get(0));
    }

    /** Its cells. */
    public PathAnswer answer() {
        return answer;
    }

    /** The path with its id and title. */
    public Design design() {
        return answer.design();
    }

    /** How many promises it breaks. */
    public int broken() {
        return broken;
    }

    /** How many promises are open. */
    public int unknown() {
        return unknown;
    }

    /** How many different conditions are yours to see to. */
    public int yours() {
        return yours;
    }

    /** What it costs in a month, without shares per model. */
    public Cost cost() {
        return cost;
    }

    /** What it costs in a month; empty where a price is not known. */
    public Optional<Money> perMonth() {
        return standing.perMonth();
    }

    /** What the lines with a known price come to in a month: it costs at least that. */
    public Money atLeast() {
        return standing.atLeast();
    }

    /** What it adds on the first public entry, or on the first entry where none is public. */
    public Latency latency() {
        return latency;
    }

    /** What the service levels along that entry's path come to. */
    public Availability availability() {
        return availability;
    }

    /** How many hops every byte passes through on that entry's path. */
    public int hops() {
        return hops;
    }

    Standing standing() {
        return standing;
    }

    /** The rows with a broken cell, each once, in the order of the table. */
    public List<String> brokenRows() {
        return answer.cells().stream()
                .filter(cell -> cell.state() == State.BROKEN)
                .map(Cell::row)
                .distinct()
                .toList();
    }

    /** The kinds of its hops, edge first. */
    public List<HopKind> kinds() {
        return design().path();
    }
}

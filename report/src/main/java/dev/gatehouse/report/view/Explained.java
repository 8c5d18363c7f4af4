package dev.gatehouse.report.view;

import dev.gatehouse.model.availability.Availability;
import dev.gatehouse.model.availability.ServiceLevel;
import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.compare.Limit;
import dev.gatehouse.model.compare.Measure;
import dev.gatehouse.model.fact.Fact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One row of one design, opened: its cells, the figure of that name, and every fact behind them.
 *
 * @param comparison where it stands
 * @param row a row of promises; {@code cost}, {@code latency}, {@code availability}, {@code limits} or
 *     {@code measures}; or the id of one limit or measure
 * @param answer what the comparison says of the design
 */
public record Explained(Comparison comparison, String row, DesignAnswer answer) {
    private static final String COST = "cost";
    private static final String LATENCY = "latency";
    private static final String AVAILABILITY = "availability";
    private static final String LIMITS = "limits";
    private static final String MEASURES = "measures";

    /** The rows that can be opened, those of promises first. */
    public static List<String> rows(Comparison comparison) {
        Set<String> rows = new LinkedHashSet<>(comparison.rows());
        rows.addAll(List.of(COST, LATENCY, AVAILABILITY, LIMITS, MEASURES));
        comparison.designs().forEach(answer -> {
            answer.limits().forEach(limit -> rows.add(limit.id()));
            answer.measures().forEach(measure -> rows.add(measure.id()));
        });
        return List.copyOf(rows);
    }

    /** Opens a row; empty if the design was not compared or has nothing of that name. */
    public static Optional<Explained> of(Comparison comparison, String row, String design) {
        return comparison
                .design(design)
                .map(answer -> new Explained(comparison, row, answer))
                .filter(Explained::saysSomething);
    }

    private boolean saysSomething() {
        return hasCost()
                || hasLatency()
                || hasAvailability()
                || !cells().isEmpty()
                || !limits().isEmpty()
                || !measures().isEmpty();
    }

    /** The cells of the row; none for a figure that nobody made a promise of. */
    public List<Cell> cells() {
        return answer.row(row);
    }

    /** Whether the bill is part of it: for itself and for the promise about it. */
    public boolean hasCost() {
        return row.equals(COST) || row.equals("monthly-cost");
    }

    /** Whether what the path adds is part of it. */
    public boolean hasLatency() {
        return row.equals(LATENCY);
    }

    /** Whether the service levels are part of it. */
    public boolean hasAvailability() {
        return row.equals(AVAILABILITY);
    }

    /** All limits, or those of that id. */
    public List<Limit> limits() {
        return answer.limits().stream()
                .filter(limit -> row.equals(LIMITS) || limit.id().equals(row))
                .toList();
    }

    /** All measures, or those of that id. */
    public List<Measure> measures() {
        return answer.measures().stream()
                .filter(measure -> row.equals(MEASURES) || measure.id().equals(row))
                .toList();
    }

    /** Every fact behind it, each once, in the order in which it is cited. */
    public List<Fact> facts() {
        List<Stream<Fact>> all = new ArrayList<>();
        cells().forEach(cell -> all.add(cell.facts().stream()));
        cells().forEach(cell -> cell.change().ifPresent(change -> all.add(change.by().stream())));
        if (hasCost()) {
            answer.cost().items().forEach(item -> all.add(item.facts().stream()));
        }
        if (hasLatency()) {
            all.add(answer.mainLatency().facts().stream());
            answer.distances().forEach(distance -> all.add(distance.facts().stream()));
        }
        if (hasAvailability()) {
            all.add(levels(answer.mainAvailability()));
        }
        limits().forEach(limit -> all.add(Stream.of(limit.fact())));
        measures().forEach(measure -> all.add(measure.facts().stream()));
        return all.stream().flatMap(each -> each).distinct().toList();
    }

    private static Stream<Fact> levels(Availability availability) {
        return availability.items().stream().flatMap(level -> Stream.concat(Stream.of(level.fact()), credits(level)));
    }

    private static Stream<Fact> credits(ServiceLevel level) {
        return level.credits().stream();
    }
}

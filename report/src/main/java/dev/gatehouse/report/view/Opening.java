package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.Broken;
import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.Cure;
import dev.gatehouse.model.compare.Outcome;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.spec.Waiver;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands behind cells that say the same, once, with the places where they stand.
 *
 * @param cell one of them
 * @param where all of their places, by column, then in the order of the cells
 */
public record Opening(Cell cell, List<Where> where) {
    /**
     * A place in the table.
     *
     * @param column the design
     * @param entry the entry; empty: for all
     * @param model the model; empty: for all
     */
    public record Where(Column column, Optional<String> entry, Optional<String> model) {
        /** The entry and the model, {@code public: fraud}, or nothing where it is for all. */
        String inside() {
            return Stream.concat(entry.stream(), model.stream()).collect(Collectors.joining(": "));
        }
    }

    private record Content(
            String row, Outcome outcome, List<Fact> facts, Optional<Cell.Change> change, Optional<Waiver> waiver) {}

    /** Copies {@code where}. */
    public Opening {
        where = List.copyOf(where);
    }

    /** What the cells come to. */
    public State state() {
        return cell.state();
    }

    /** Where they stand, designs of the same places together: {@code 1, 2 (public, partner), 4a (public)}. */
    public String places(ComparisonView view) {
        Map<Column, List<String>> inside = new LinkedHashMap<>();
        where.forEach(place ->
                inside.computeIfAbsent(place.column(), any -> new ArrayList<>()).add(place.inside()));
        Map<List<String>, List<String>> designs = new LinkedHashMap<>();
        inside.forEach((column, places) ->
                designs.computeIfAbsent(places, any -> new ArrayList<>()).add(column.head()));
        return designs.entrySet().stream()
                .map(same -> heads(same.getValue(), view.columns().size()) + bracketed(same.getKey()))
                .collect(Collectors.joining(", "));
    }

    /** The entries and models where they stand, for one design: {@code public: fraud, partner}. */
    public String inside() {
        return where.stream()
                .map(Where::inside)
                .filter(place -> !place.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** What an outcome says whatever it costs: the same cure is dearer for one design than for another. */
    private static Outcome said(Outcome outcome) {
        return outcome instanceof Broken broken
                ? new Broken(
                        broken.dueTo(),
                        broken.why(),
                        broken.cures().stream()
                                .map(cure -> new Cure(
                                        cure.text(),
                                        cure.design(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty()))
                                .toList())
                : outcome;
    }

    private static String heads(List<String> heads, int columns) {
        return heads.size() == columns && columns > 1 ? "all" : String.join(", ", heads);
    }

    private static String bracketed(List<String> places) {
        String inside = places.stream().filter(place -> !place.isEmpty()).collect(Collectors.joining(", "));
        return inside.isEmpty() ? "" : " (" + inside + ")";
    }

    static List<Opening> of(List<String> rows, List<Column> columns) {
        Map<Content, List<Where>> places = new LinkedHashMap<>();
        Map<Content, Cell> first = new LinkedHashMap<>();
        for (String row : rows) {
            for (Column column : columns) {
                for (Cell cell : column.answer().row(row)) {
                    Content content =
                            new Content(row, said(cell.outcome()), cell.facts(), cell.change(), cell.waiver());
                    first.putIfAbsent(content, cell);
                    places.computeIfAbsent(content, any -> new ArrayList<>())
                            .add(new Where(column, cell.entry(), cell.model()));
                }
            }
        }
        return first.entrySet().stream()
                .map(one -> new Opening(one.getValue(), places.getOrDefault(one.getKey(), List.of())))
                .toList();
    }
}

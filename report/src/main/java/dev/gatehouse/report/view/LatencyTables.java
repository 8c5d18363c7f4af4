package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.DesignRace;
import dev.gatehouse.model.latency.AddedTime;
import dev.gatehouse.model.latency.Distance;
import dev.gatehouse.model.latency.Interval;
import dev.gatehouse.model.latency.Latency;
import dev.gatehouse.model.latency.Race;
import dev.gatehouse.report.view.FigureTable.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What each design adds to an answer's time, which design is faster, and how far the clients are. */
public final class LatencyTables {
    private static final String MILLISECONDS = " ms";

    private LatencyTables() {}

    /** The intervals of some designs: of the path, of each hop, and without facts of one's own. */
    public static FigureTable intervals(List<Column> columns) {
        List<Latency> all =
                columns.stream().map(column -> column.answer().mainLatency()).toList();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("the path adds", all.stream().map(LatencyTables::path).toList()));
        if (all.stream().anyMatch(each -> each.before().isPresent())) {
            rows.add(new Row(
                    "without own facts",
                    all.stream().map(each -> shown(each.before())).toList()));
            rows.add(new Row(
                    "narrower by", all.stream().map(LatencyTables::narrowed).toList()));
        }
        for (Part part : parts(all)) {
            rows.add(new Row(
                    part.label(), all.stream().map(each -> part.of(each)).toList()));
        }
        return new FigureTable("latency", "Latency", FigureTable.heads(columns), rows, notes(all));
    }

    /** Which design of each pair is faster, a line and a column for each. */
    public static FigureTable races(List<Column> columns, List<DesignRace> races) {
        List<Row> rows = columns.stream()
                .map(one -> new Row(
                        one.head() + " against",
                        columns.stream()
                                .map(other -> word(one.id(), other.id(), races))
                                .toList()))
                .toList();
        return new FigureTable(
                "races",
                "Which is faster",
                FigureTable.heads(columns),
                rows,
                List.of(
                        "faster, slower: in the whole range of the intervals; undecided: they overlap, or a hop of one"
                                + " has none: measure it",
                        "what two paths share is the same unknown number in both and cancels"));
    }

    /**
     * One round trip of clients to the platform's Region, by the place where they are; nothing without such a sheet.
     */
    public static Optional<FigureTable> distances(List<Column> columns) {
        List<List<Distance>> all =
                columns.stream().map(column -> column.answer().distances()).toList();
        if (all.get(0).isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < all.get(0).size(); at++) {
            int place = at;
            rows.add(new Row(
                    all.get(0).get(at).from(),
                    all.stream()
                            .map(each -> each.get(place)
                                    .path()
                                    .map(Interval::toString)
                                    .orElse("unknown"))
                            .toList()));
        }
        return Optional.of(new FigureTable(
                "distance",
                "Distance: one round trip from clients near a Region to "
                        + all.get(0).get(0).to(),
                FigureTable.heads(columns),
                rows,
                List.of(
                        "no part of the latency above: a call takes one round trip on a warm connection and several on a"
                                + " new one; an accelerator shortens it, other designs take the internet as it is",
                        "assumptions to put your own over, by a sheet of the kind internet; unknown: no sheet has that"
                                + " pair")));
    }

    private record Part(String hop, String what) {
        String label() {
            return what.equals("added") ? hop : hop + ", other zone";
        }

        String of(Latency latency) {
            if (what.equals("added")
                    && latency.without().stream().anyMatch(kind -> kind.id().equals(hop))) {
                return "unknown";
            }
            return latency.items().stream()
                    .filter(item -> item.hop().id().equals(hop) && item.what().equals(what))
                    .map(item -> new Interval(item.low(), item.high()).toString())
                    .findFirst()
                    .orElse("-");
        }
    }

    private static Set<Part> parts(List<Latency> all) {
        Set<Part> parts = new LinkedHashSet<>();
        for (Latency each : all) {
            each.without().forEach(kind -> parts.add(new Part(kind.id(), "added")));
            each.items().forEach(item -> parts.add(new Part(item.hop().id(), item.what())));
        }
        return parts;
    }

    private static String path(Latency latency) {
        return shown(latency.interval()) + (latency.without().isEmpty() ? "" : ", and more");
    }

    private static String shown(Optional<Interval> interval) {
        return interval.map(Interval::toString).orElse("-");
    }

    private static String narrowed(Latency latency) {
        return latency.narrowedBy()
                .map(by -> by.isNegative()
                        ? "wider by " + Interval.millis(by.negated()) + MILLISECONDS
                        : Interval.millis(by) + MILLISECONDS)
                .orElse("-");
    }

    private static String word(String one, String other, List<DesignRace> races) {
        if (one.equals(other)) {
            return "·";
        }
        return races.stream()
                .flatMap(race -> Stream.of(race, race.turned()))
                .filter(race -> race.one().equals(one) && race.other().equals(other))
                .map(race -> word(race.race()))
                .findFirst()
                .orElse("-");
    }

    private static String word(Race race) {
        return switch (race) {
            case FASTER -> "faster";
            case SLOWER -> "slower";
            case SAME -> "same hops";
            case UNDECIDED -> "undecided";
        };
    }

    private static List<String> notes(List<Latency> all) {
        List<String> notes = new ArrayList<>(
                List.of("at the median on a warm connection in one Region, without the model's own time and without the"
                        + " internet; other zone: what a request pays that crosses zones behind that hop"));
        if (all.stream().anyMatch(each -> !each.without().isEmpty())) {
            notes.add("and more: a hop of the path has no interval, and the sum says nothing about it");
        }
        Map<String, List<String>> known = new LinkedHashMap<>();
        all.stream()
                .flatMap(each -> each.items().stream())
                .map(AddedTime::fact)
                .distinct()
                .forEach(fact -> known.computeIfAbsent(Labels.evidence(fact.evidence()), any -> new ArrayList<>())
                        .add(fact.id().kind()));
        known.forEach((evidence, kinds) -> notes.add(String.join(", ", kinds) + ": " + evidence));
        return notes;
    }

    /** The longest that any of them adds, for a common scale; zero if none has an interval. */
    public static Duration longest(List<Column> columns) {
        return columns.stream()
                .flatMap(column -> column.answer().mainLatency().high().stream())
                .reduce(Duration.ZERO, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }
}

package dev.gatehouse.report.view;

import dev.gatehouse.model.cost.Cost;
import dev.gatehouse.model.cost.LineItem;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.unit.Money;
import dev.gatehouse.report.view.FigureTable.Row;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What each design costs a month, its three largest charges, and which prices nobody knows. */
public final class CostTable {
    private static final int LARGEST = 3;
    private static final List<String> PLACES = List.of("largest charge", "second", "third");

    private record Charge(HopKind hop, String item) {}

    private CostTable() {}

    /** The table of some designs. */
    public static FigureTable of(List<Column> columns) {
        List<Cost> costs =
                columns.stream().map(column -> column.answer().cost()).toList();
        List<List<Map.Entry<Charge, Money>>> largest =
                costs.stream().map(CostTable::largest).toList();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("USD a month", costs.stream().map(CostTable::total).toList()));
        for (int place = 0; place < LARGEST; place++) {
            int at = place;
            rows.add(new Row(
                    PLACES.get(place),
                    largest.stream()
                            .map(all -> at < all.size() ? line(all.get(at)) : "-")
                            .toList()));
        }
        rows.add(new Row(
                "prices not known", costs.stream().map(CostTable::unknown).toList()));
        return new FigureTable("cost", "Cost", FigureTable.heads(columns), rows, notes(columns, costs));
    }

    /** An amount as it is shown: {@code 1,620.61}. */
    public static String shown(Money money) {
        return String.format(java.util.Locale.ROOT, "%,.2f", money.amount().setScale(2, RoundingMode.HALF_UP));
    }

    private static String total(Cost cost) {
        return (cost.perMonth().isEmpty() ? "at least " : "") + shown(cost.known());
    }

    private static String line(Map.Entry<Charge, Money> line) {
        return shown(line.getValue()) + " " + Labels.shortHop(line.getKey().hop()) + " "
                + line.getKey().item();
    }

    private static String unknown(Cost cost) {
        return cost.unknown().isEmpty() ? "-" : String.valueOf(cost.unknown().size());
    }

    /** Charges with their tiers added up, largest first. */
    private static List<Map.Entry<Charge, Money>> largest(Cost cost) {
        Map<Charge, Money> charges = new LinkedHashMap<>();
        for (LineItem item : cost.items()) {
            item.amount().ifPresent(amount -> charges.merge(new Charge(item.hop(), item.item()), amount, Money::plus));
        }
        return charges.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.<Money>reverseOrder()))
                .limit(LARGEST)
                .toList();
    }

    private static List<String> notes(List<Column> columns, List<Cost> costs) {
        List<String> notes = new ArrayList<>();
        notes.add("of a month of " + columns.get(0).answer().hoursPerMonth().toPlainString()
                + " hours on the average load; the models' own pods, the cluster, logs and services of"
                + " yours for tokens and limits are no part of it");
        Map<String, List<String>> missing = new LinkedHashMap<>();
        for (int at = 0; at < costs.size(); at++) {
            String head = columns.get(at).head();
            costs.get(at).unknown().stream()
                    .flatMap(line -> line.missing().stream())
                    .distinct()
                    .forEach(what -> missing.computeIfAbsent(what, any -> new ArrayList<>())
                            .add(head));
        }
        missing.forEach((what, heads) -> notes.add("not known in " + String.join(", ", heads) + ": " + what));
        String kinds = costs.stream()
                .flatMap(cost -> cost.evidence().stream())
                .map(evidence -> evidence.kind().word())
                .distinct()
                .collect(Collectors.joining(", "));
        if (!kinds.isEmpty()) {
            notes.add("as weak as the weakest price in it: " + kinds);
        }
        return notes;
    }
}

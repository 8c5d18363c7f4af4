package dev.gatehouse.report.view;

import dev.gatehouse.model.availability.Availability;
import dev.gatehouse.model.availability.ServiceLevel;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.report.view.FigureTable.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the published service levels of each design come to, what that leaves open, and what it means. */
public final class AvailabilityTable {
    private AvailabilityTable() {}

    /** The table of some designs. */
    public static FigureTable of(List<Column> columns) {
        List<Availability> all = columns.stream()
                .map(column -> column.answer().mainAvailability())
                .toList();
        BigDecimal hours = columns.get(0).answer().hoursPerMonth();
        List<Row> rows = new ArrayList<>();
        rows.add(row(
                "service levels",
                all,
                each -> each.percent()
                        .map(percent -> percent.toPlainString() + " %")
                        .orElse("unknown")));
        rows.add(row(
                "minutes a month",
                all,
                each -> each.minutesPerMonth(hours)
                        .map(minutes -> minutes.toPlainString())
                        .orElse("unknown")));
        rows.add(row(
                "weakest",
                all,
                each -> each.weakest()
                        .map(level -> level.share() + " " + Labels.shortHop(level.hop()))
                        .orElse("-")));
        rows.add(row("promised by nobody", all, each -> names(each.without())));
        if (all.stream().anyMatch(each -> !each.passed().isEmpty())) {
            rows.add(row("fails open", all, each -> names(each.passed())));
        }
        return new FigureTable("availability", "Availability", FigureTable.heads(columns), rows, notes(all, hours));
    }

    private static Row row(String label, List<Availability> all, Function<Availability, String> cell) {
        return new Row(label, all.stream().map(cell).toList());
    }

    private static String names(List<HopKind> hops) {
        return hops.isEmpty() ? "-" : hops.stream().map(Labels::shortHop).collect(Collectors.joining(", "));
    }

    private static List<String> notes(List<Availability> all, BigDecimal hours) {
        List<String> notes = new ArrayList<>(List.of(
                "the product of the levels along the path of the first public entry; the minutes are what it leaves"
                        + " unpromised in " + hours.toPlainString() + " hours",
                Availability.MEANING));
        if (all.stream().anyMatch(each -> !each.passed().isEmpty())) {
            notes.add("fails open: requests pass uninspected while the firewall can't be asked, so its level is no part"
                    + " of the product");
        }
        Map<String, List<String>> credits = new LinkedHashMap<>();
        for (Availability each : all) {
            for (ServiceLevel level : each.items()) {
                level.credits().map(Fact::text).ifPresent(text -> {
                    List<String> hops = credits.computeIfAbsent(text, any -> new ArrayList<>());
                    if (!hops.contains(level.hop().id())) {
                        hops.add(level.hop().id());
                    }
                });
            }
        }
        credits.forEach((text, hops) -> notes.add(String.join(", ", hops) + ": " + text));
        return notes;
    }
}

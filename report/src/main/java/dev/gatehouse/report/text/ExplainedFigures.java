package dev.gatehouse.report.text;

import dev.gatehouse.model.availability.Availability;
import dev.gatehouse.model.availability.ServiceLevel;
import dev.gatehouse.model.compare.Limit;
import dev.gatehouse.model.compare.Measure;
import dev.gatehouse.model.cost.Cost;
import dev.gatehouse.model.cost.LineItem;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.latency.AddedTime;
import dev.gatehouse.model.latency.Distance;
import dev.gatehouse.model.latency.Interval;
import dev.gatehouse.model.latency.Latency;
import dev.gatehouse.report.view.CostTable;
import dev.gatehouse.report.view.Explained;
import dev.gatehouse.report.view.MeasureLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The figures of an opened row, each line with the facts behind it. */
final class ExplainedFigures {
    /**
     * One line of a figure.
     *
     * @param text what it says
     * @param facts what it rests on
     */
    record Line(String text, List<Fact> facts) {
        Line {
            facts = List.copyOf(facts);
        }
    }

    private ExplainedFigures() {}

    static List<Line> of(Explained explained) {
        List<Line> lines = new ArrayList<>();
        if (explained.hasCost()) {
            cost(explained.answer().cost(), lines);
        }
        if (explained.hasAvailability()) {
            availability(
                    explained.answer().mainAvailability(), explained.answer().hoursPerMonth(), lines);
        }
        if (explained.hasLatency()) {
            latency(explained.answer().mainLatency(), lines);
            explained.answer().distances().forEach(distance -> lines.add(line(distance)));
        }
        explained.limits().forEach(limit -> lines.add(line(limit)));
        explained.measures().forEach(measure -> lines.add(line(measure)));
        return lines;
    }

    private static void cost(Cost cost, List<Line> lines) {
        lines.add(new Line(
                (cost.perMonth().isEmpty() ? "at least " : "") + CostTable.shown(cost.known()) + " USD in a month of "
                        + cost.terms().hours().toPlainString() + " hours, the sum of these lines",
                List.of()));
        for (LineItem item : cost.items()) {
            String sum = item.amount()
                    .map(amount -> CostTable.shown(amount) + " USD = "
                            + item.quantity().stripTrailingZeros().toPlainString() + " " + item.unit() + " × "
                            + item.rate()
                                    .map(rate -> rate.amount().toPlainString())
                                    .orElse(""))
                    .orElseGet(() -> "unknown: " + item.missing().orElse(""));
            lines.add(new Line(
                    item.hop() + " " + item.item() + ": " + sum
                            + item.tier().map(tier -> ", tier " + tier).orElse("") + " (" + item.text() + ")",
                    item.facts()));
        }
    }

    private static void availability(Availability availability, BigDecimal hours, List<Line> lines) {
        String product = availability
                .percent()
                .map(percent -> percent.toPlainString() + " %, the product of these levels; "
                        + availability
                                .minutesPerMonth(hours)
                                .map(Object::toString)
                                .orElse("")
                        + " minutes of a month of " + hours.toPlainString() + " hours are left open")
                .orElse("nobody publishes a level for any hop");
        lines.add(new Line(product, List.of()));
        for (ServiceLevel level : availability.items()) {
            lines.add(new Line(
                    level.hop() + ": " + level.share(),
                    Stream.concat(Stream.of(level.fact()), level.credits().stream())
                            .toList()));
        }
        availability.without().forEach(hop -> lines.add(new Line(hop + ": nobody promises anything", List.of())));
        availability
                .passed()
                .forEach(hop -> lines.add(
                        new Line(hop + ": no part of it, because requests pass when it can't be asked", List.of())));
        lines.add(new Line(Availability.MEANING, List.of()));
    }

    private static void latency(Latency latency, List<Line> lines) {
        lines.add(new Line(
                latency.interval().map(Interval::toString).orElse("unknown")
                        + ", the sum of these intervals, at the median on a warm connection",
                List.of()));
        latency.before()
                .ifPresent(before -> lines.add(new Line(
                        "without facts of your own it would be " + before + "; they make it "
                                + latency.narrowedBy()
                                        .map(by -> Interval.millis(by.abs()) + " ms "
                                                + (by.isNegative() ? "wider" : "narrower"))
                                        .orElse(""),
                        List.of())));
        for (AddedTime item : latency.items()) {
            lines.add(new Line(
                    item.hop()
                            + (item.what().equals("added") ? ": " : ", to another zone: ")
                            + new Interval(item.low(), item.high())
                            + item.instead().map(ours -> " instead of " + ours).orElse(""),
                    List.of(item.fact())));
        }
        latency.without().forEach(hop -> lines.add(new Line(hop + ": no interval is known", List.of())));
    }

    private static Line line(Distance distance) {
        Optional<Interval> shown = distance.path();
        return new Line(
                "one round trip from clients near " + distance.from() + ": "
                        + shown.map(Interval::toString).orElse("unknown")
                        + distance.plain()
                                .filter(plain -> !shown.equals(Optional.of(plain)))
                                .map(plain -> " instead of " + plain + " over the internet")
                                .orElse(""),
                distance.facts());
    }

    private static Line line(Limit limit) {
        return new Line(
                limit.id() + limit.model().map(model -> " of " + model).orElse("") + ": " + limit.value() + ", set by "
                        + limit.setBy()
                        + limit.headroom().map(room -> "; " + room).orElse("")
                        + limit.usedPercent()
                                .map(percent ->
                                        " (" + percent.stripTrailingZeros().toPlainString() + " %)")
                                .orElse("")
                        + "; more: " + limit.raise().words(),
                List.of(limit.fact()));
    }

    private static Line line(Measure measure) {
        return new Line(
                measure.id() + measure.hop().map(hop -> " of " + hop).orElse("") + ": " + MeasureLine.text(measure),
                measure.facts());
    }
}

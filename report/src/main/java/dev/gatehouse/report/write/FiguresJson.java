package dev.gatehouse.report.write;

import dev.gatehouse.model.availability.Availability;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.cost.Cost;
import dev.gatehouse.model.cost.LineItem;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.latency.AddedTime;
import dev.gatehouse.model.latency.Distance;
import dev.gatehouse.model.latency.Interval;
import dev.gatehouse.model.latency.Latency;
import dev.gatehouse.model.unit.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a design costs, what it adds to an answer's time, and what its service levels come to. */
final class FiguresJson {
    private static final int CENTS = 2;
    private static final int DIGITS = 6;

    private FiguresJson() {}

    /** Latency and availability are those of the first public entry, whose path is the design's own. */
    static void put(ObjectNode node, DesignAnswer answer) {
        cost(node.putObject("cost"), answer.cost());
        latency(node.putObject("latency"), answer.mainLatency(), answer.distances());
        availability(node.putObject("availability"), answer.mainAvailability(), answer.hoursPerMonth());
    }

    static void cost(ObjectNode node, Cost cost) {
        node.put("hours", text(cost.terms().hours(), DIGITS));
        JsonText.putOptional(node, "perMonth", cost.perMonth().map(money -> text(money, CENTS)));
        node.put("known", text(cost.known(), CENTS));
        ArrayNode items = node.putArray("items");
        cost.items().forEach(item -> items.add(item(item)));
        EvidenceJson.put(node, cost.evidence(), cost.facts(), EvidenceJson.NO_PRICE);
    }

    private static ObjectNode item(LineItem item) {
        ObjectNode node = JsonText.object()
                .put("hop", item.hop().id())
                .put("item", item.item())
                .put("text", item.text())
                .put("quantity", text(item.quantity(), DIGITS))
                .put("unit", item.unit());
        JsonText.putOptional(node, "rate", item.rate().map(rate -> rate.amount().toPlainString()));
        JsonText.putOptional(node, "tier", item.tier());
        JsonText.putOptional(node, "amount", item.amount().map(amount -> text(amount, DIGITS)));
        JsonText.putOptional(node, "missing", item.missing());
        ObjectNode models = node.putObject("models");
        item.models().forEach((model, share) -> models.put(model, text(share, DIGITS)));
        EvidenceJson.put(node, item.evidence(), item.facts(), EvidenceJson.SPEC_AND_PATH);
        return node;
    }

    static void latency(ObjectNode node, Latency latency, List<Distance> distances) {
        JsonText.putOptional(node, "low", latency.low().map(FiguresJson::millis));
        JsonText.putOptional(node, "high", latency.high().map(FiguresJson::millis));
        node.put("unit", "ms");
        ArrayNode items = node.putArray("items");
        latency.items().forEach(item -> items.add(item(item)));
        latency.without().forEach(hop -> items.add(unknown(hop)));
        EvidenceJson.put(node, latency.evidence(), latency.facts());
        putInterval(node, "before", latency.before());
        JsonText.putOptional(node, "narrowedBy", latency.narrowedBy().map(FiguresJson::millis));
        ArrayNode distance = node.putArray("distance");
        distances.forEach(each -> distance.add(distance(each)));
    }

    private static ObjectNode distance(Distance distance) {
        ObjectNode node = JsonText.object().put("from", distance.from()).put("to", distance.to());
        putInterval(node, "internet", distance.plain());
        putInterval(node, "path", distance.path());
        EvidenceJson.put(node, distance.evidence(), distance.facts());
        return node;
    }

    private static void putInterval(ObjectNode node, String key, Optional<Interval> interval) {
        if (interval.isEmpty()) {
            node.putNull(key);
            return;
        }
        node.putObject(key)
                .put("low", millis(interval.get().low()))
                .put("high", millis(interval.get().high()));
    }

    private static ObjectNode item(AddedTime item) {
        ObjectNode node = JsonText.object()
                .put("hop", item.hop().id())
                .put("item", item.what())
                .put("low", millis(item.low()))
                .put("high", millis(item.high()));
        node.set("evidence", EvidenceJson.of(item.fact()));
        return node;
    }

    private static ObjectNode unknown(HopKind hop) {
        return JsonText.object()
                .put("hop", hop.id())
                .put("item", "added")
                .putNull("low")
                .putNull("high")
                .putNull("evidence");
    }

    static void availability(ObjectNode node, Availability availability, BigDecimal hours) {
        JsonText.putOptional(node, "percent", availability.percent().map(BigDecimal::toPlainString));
        JsonText.putOptional(
                node, "minutesPerMonth", availability.minutesPerMonth(hours).map(BigDecimal::toPlainString));
        node.put("meaning", Availability.MEANING);
        ArrayNode items = node.putArray("items");
        availability.items().forEach(item -> {
            ObjectNode level = items.addObject()
                    .put("hop", item.hop().id())
                    .put("percent", item.share().percent().toPlainString());
            JsonText.putOptional(level, "credits", item.credits().map(Fact::text));
            level.set("evidence", EvidenceJson.of(item.fact()));
        });
        EvidenceJson.put(node, availability.evidence(), availability.facts());
        ArrayNode without = node.putArray("without");
        availability.without().forEach(hop -> without.add(hop.id()));
        ArrayNode passed = node.putArray("passed");
        availability.passed().forEach(hop -> passed.add(hop.id()));
    }

    private static String millis(Duration time) {
        return text(BigDecimal.valueOf(time.toNanos()).movePointLeft(6), DIGITS);
    }

    private static String text(Money money, int digits) {
        return text(money.amount(), digits);
    }

    private static String text(BigDecimal number, int digits) {
        BigDecimal rounded = number.setScale(digits, RoundingMode.HALF_UP);
        return (digits == CENTS ? rounded : rounded.stripTrailingZeros()).toPlainString();
    }
}

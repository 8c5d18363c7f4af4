package dev.gatehouse.report.write;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.unit.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts with their evidence as {@code gatehouse/facts/1}. */
public final class FactsJson {
    private FactsJson() {}

    /**
     * Writes facts in their order.
     *
     * @param asOf the day on which they hold
     */
    public static String of(List<Fact> facts, LocalDate asOf) {
        ObjectNode document =
                JsonText.object().put("schema", "gatehouse/facts/1").put("asOf", asOf.toString());
        ArrayNode list = document.putArray("facts");
        facts.forEach(fact -> list.add(fact(fact)));
        return JsonText.of(document);
    }

    static ObjectNode fact(Fact fact) {
        ObjectNode node = JsonText.object()
                .put("fact", fact.id().toString())
                .put("section", fact.section().key())
                .put("text", fact.text());
        putQuantity(node, "value", fact.value());
        putQuantity(node, "min", fact.min());
        putQuantity(node, "max", fact.max());
        node.put("adjustable", fact.isAdjustable());
        JsonText.putOptional(node, "region", fact.region());
        JsonText.putOptional(node, "to", fact.to());
        JsonText.putOptional(node, "by", fact.by());
        JsonText.putOptional(node, "per", fact.per());
        putQuantity(node, "tierFrom", fact.tierFrom());
        putQuantity(node, "tierTo", fact.tierTo());
        JsonText.putOptional(node, "until", fact.until().map(LocalDate::toString));
        JsonText.putOptional(node, "launch", fact.launch());
        JsonText.putOptional(node, "reason", fact.reason());
        node.set("evidence", EvidenceJson.of(fact));
        return node;
    }

    private static void putQuantity(ObjectNode node, String key, Optional<Quantity> quantity) {
        JsonText.putOptional(node, key, quantity.map(Quantity::toString));
    }
}

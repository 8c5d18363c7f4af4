package dev.gatehouse.report.write;

import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.compare.Limit;
import dev.gatehouse.model.compare.Measure;
import dev.gatehouse.model.hop.HopKind;
import java.math.BigDecimal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a comparison says of one design. */
final class DesignJson {
    private DesignJson() {}

    static ObjectNode of(DesignAnswer answer) {
        ObjectNode node = JsonText.object()
                .put("id", answer.design().id())
                .put("title", answer.design().title())
                .put("verdict", answer.verdict().word());
        node.set("path", PathJson.main(answer.topology()));
        node.set("entries", PathJson.entries(answer.topology()));
        ArrayNode cells = node.putArray("cells");
        answer.cells().forEach(cell -> cells.add(CellJson.of(cell)));
        ArrayNode limits = node.putArray("limits");
        answer.limits().forEach(limit -> limits.add(limit(limit)));
        ArrayNode measures = node.putArray("measures");
        answer.measures().forEach(measure -> measures.add(measure(measure)));
        FiguresJson.put(node, answer);
        ArrayNode findings = node.putArray("findings");
        answer.findings().stream().sorted().map(FindingJson::of).forEach(findings::add);
        return node;
    }

    static ObjectNode limit(Limit limit) {
        ObjectNode node = JsonText.object().put("id", limit.id());
        JsonText.putOptional(node, "model", limit.model());
        node.put("value", limit.value().toString())
                .put("number", limit.value().number().doubleValue())
                .put("unit", limit.value().unit().symbol())
                .put("setBy", limit.setBy().id())
                .put("fact", limit.fact().id().toString());
        JsonText.putOptional(node, "use", limit.use().map(use -> use.amount().toString()));
        JsonText.putOptional(node, "usedPercent", limit.usedPercent().map(BigDecimal::toPlainString));
        JsonText.putOptional(node, "headroom", limit.headroom());
        JsonText.putOptional(node, "sharedBy", limit.sharedBy());
        node.put("raise", limit.raise().word());
        node.set("evidence", EvidenceJson.of(limit.fact()));
        return node;
    }

    static ObjectNode measure(Measure measure) {
        ObjectNode node = JsonText.object().put("id", measure.id());
        JsonText.putOptional(node, "hop", measure.hop().map(HopKind::id));
        node.put("value", measure.value()).put("unit", measure.unit());
        EvidenceJson.put(node, measure.evidence(), measure.facts(), EvidenceJson.SPEC_AND_PATH);
        return node;
    }
}

package dev.gatehouse.report.write;

import dev.gatehouse.model.compare.Broken;
import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.Cure;
import dev.gatehouse.model.compare.Kept;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.compare.Unknown;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.Condition;
import dev.gatehouse.model.unit.Money;
import java.math.RoundingMode;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One answer. Every key is always there; what does not apply is null or empty. */
final class CellJson {
    private CellJson() {}

    static ObjectNode of(Cell cell) {
        ObjectNode node = JsonText.object().put("row", cell.row());
        JsonText.putOptional(node, "entry", cell.entry());
        JsonText.putOptional(node, "model", cell.model());
        node.put("state", cell.state().word());
        putOutcome(node, cell);
        if (cell.state() == State.NOT_ASKED || cell.state() == State.UNKNOWN) {
            EvidenceJson.put(node, cell.evidence(), cell.facts());
        } else {
            EvidenceJson.put(node, cell.evidence(), cell.facts(), EvidenceJson.SPEC_AND_PATH);
        }
        ArrayNode facts = node.putArray("facts");
        cell.facts().forEach(fact -> facts.add(EvidenceJson.fact(fact)));
        cell.change().ifPresent(change -> putChange(node, change));
        cell.waiver()
                .ifPresent(waiver -> node.putObject("waived")
                        .put("until", waiver.until().toString())
                        .put("reason", waiver.reason())
                        .put("by", waiver.by()));
        return node;
    }

    private static void putOutcome(ObjectNode node, Cell cell) {
        Kept kept = cell.outcome() instanceof Kept is ? is : null;
        Broken broken = cell.outcome() instanceof Broken is ? is : null;
        JsonText.putOptional(
                node,
                "keeper",
                kept == null ? java.util.Optional.empty() : kept.keeper().map(HopKind::id));
        ArrayNode backstops = node.putArray("backstops");
        if (kept != null) {
            kept.backstops().forEach(hop -> backstops.add(hop.id()));
        }
        if (broken == null) {
            node.putNull("dueTo");
        } else {
            ObjectNode dueTo = node.putObject("dueTo").put("hop", broken.dueTo().id());
            JsonText.putOptional(
                    dueTo,
                    "fact",
                    cell.facts().stream().findFirst().map(fact -> fact.id().toString()));
        }
        node.put("why", why(cell));
        putConditions(node.putArray("conditions"), kept == null ? List.of() : kept.conditions());
        putCures(node.putArray("cures"), broken == null ? List.of() : broken.cures());
    }

    private static String why(Cell cell) {
        if (cell.outcome() instanceof Kept kept) {
            return kept.why();
        }
        if (cell.outcome() instanceof Broken broken) {
            return broken.why();
        }
        return cell.outcome() instanceof Unknown unknown ? unknown.missing() : "";
    }

    private static void putConditions(ArrayNode node, List<Condition> conditions) {
        conditions.forEach(condition -> node.addObject()
                .put("text", condition.text())
                .put("owner", condition.owner().word()));
    }

    private static void putCures(ArrayNode node, List<Cure> cures) {
        for (Cure cure : cures) {
            ObjectNode one = node.addObject().put("text", cure.text());
            JsonText.putOptional(one, "design", cure.design());
            JsonText.putOptional(one, "perMonth", cure.perMonth().map(CellJson::inCents));
            JsonText.putOptional(one, "unpriced", cure.unpriced());
        }
    }

    private static String inCents(Money money) {
        return money.amount().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static void putChange(ObjectNode node, Cell.Change change) {
        ObjectNode changed =
                node.putObject("changed").put("today", change.today().word());
        ArrayNode by = changed.putArray("by");
        change.by().forEach(fact -> by.add(EvidenceJson.fact(fact)));
    }
}

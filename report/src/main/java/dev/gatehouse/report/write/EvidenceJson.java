package dev.gatehouse.report.write;

import dev.gatehouse.model.fact.Assumed;
import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Granted;
import dev.gatehouse.model.fact.Measured;
import dev.gatehouse.model.fact.Published;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** How something is known, and facts. */
final class EvidenceJson {
    /** Of what was counted or reckoned from the spec along the path. */
    static final String SPEC_AND_PATH = "the spec and the hops of the path";

    /** Of a sum of nothing. */
    static final String NO_PRICE = "the lines with a known price: there is none";

    private EvidenceJson() {}

    static ObjectNode of(Fact fact) {
        ObjectNode node = of(fact.evidence());
        JsonText.putOptional(node, "since", fact.since().map(LocalDate::toString));
        return node;
    }

    static ObjectNode of(Evidence evidence) {
        ObjectNode node = JsonText.object().put("kind", evidence.kind().word());
        if (evidence instanceof Published published) {
            node.put("page", published.page())
                    .put("checked", published.checked().toString());
        } else if (evidence instanceof Granted granted) {
            node.put("reference", granted.reference());
        } else if (evidence instanceof Measured measured) {
            node.put("run", measured.run());
        } else if (evidence instanceof Assumed assumed) {
            node.put("why", assumed.why());
        }
        return node;
    }

    /** The fact that decides how well an answer is known, as a cell's evidence; null where it rests on none. */
    static void put(ObjectNode node, Optional<Evidence> evidence, Iterable<Fact> facts) {
        if (evidence.isEmpty()) {
            node.putNull("evidence");
            return;
        }
        for (Fact fact : facts) {
            if (fact.evidence().equals(evidence.get())) {
                node.set("evidence", of(fact));
                return;
            }
        }
        node.set("evidence", of(evidence.get()));
    }

    /** As the other, for what rests on no fact where there is none: then it says what it was derived from. */
    static void put(ObjectNode node, Optional<Evidence> evidence, Iterable<Fact> facts, String derivedFrom) {
        if (evidence.isPresent()) {
            put(node, evidence, facts);
        } else {
            node.set("evidence", derived(derivedFrom));
        }
    }

    /** How something is known that follows from what the platform's owner wrote, without any fact. */
    private static ObjectNode derived(String from) {
        return JsonText.object().put("kind", "derived").put("from", from).putNull("since");
    }

    static ObjectNode fact(Fact fact) {
        ObjectNode node = JsonText.object().put("fact", fact.id().toString()).put("text", fact.text());
        JsonText.putOptional(node, "value", fact.value().map(Object::toString));
        JsonText.putOptional(node, "launch", fact.launch());
        JsonText.putOptional(node, "until", fact.until().map(LocalDate::toString));
        node.set("evidence", of(fact));
        return node;
    }
}

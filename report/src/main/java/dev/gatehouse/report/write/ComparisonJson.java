package dev.gatehouse.report.write;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.StudyAnswer;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A comparison as {@code gatehouse/compare/1}: the same comparison gives the same bytes. */
public final class ComparisonJson {
    private static final String CURRENCY = "USD";

    private ComparisonJson() {}

    /** Writes a comparison. */
    public static String of(Comparison comparison, Origin origin) {
        ObjectNode document = JsonText.object()
                .put("schema", "gatehouse/compare/1")
                .put("tool", origin.tool())
                .put("specSha256", origin.specSha256())
                .put("factsSha256", comparison.facts().sha256())
                .put("asOf", comparison.asOf().toString())
                .put("platform", comparison.spec().name())
                .put("region", comparison.spec().region())
                .put("zones", comparison.spec().zones())
                .put("currency", CURRENCY)
                .put("verdict", comparison.verdict())
                .put("chosen", comparison.chosen().design().id());
        ArrayNode rows = document.putArray("rows");
        comparison.rows().forEach(rows::add);
        ArrayNode designs = document.putArray("designs");
        comparison.designs().forEach(answer -> designs.add(DesignJson.of(answer)));
        document.set("sensitivity", SensitivityJson.of(comparison));
        ArrayNode races = document.putArray("races");
        comparison
                .races()
                .forEach(race -> races.addObject()
                        .put("one", race.one())
                        .put("other", race.other())
                        .put("race", race.race().name().toLowerCase(Locale.ROOT))
                        .put("text", race.race().words()));
        ArrayNode study = document.putArray("study");
        comparison.study().forEach(answer -> study.add(study(answer)));
        return JsonText.of(document);
    }

    private static ObjectNode study(StudyAnswer answer) {
        ObjectNode node = JsonText.object()
                .put("claim", answer.claim())
                .put("text", answer.text())
                .put("then", answer.then())
                .put("now", answer.now())
                .put("by", answer.by());
        if (answer.facts().isEmpty()) {
            node.putNull("evidence");
        } else {
            node.set("evidence", EvidenceJson.of(answer.facts().get(0)));
        }
        ArrayNode facts = node.putArray("facts");
        answer.facts().forEach(fact -> facts.add(EvidenceJson.fact(fact)));
        return node;
    }
}

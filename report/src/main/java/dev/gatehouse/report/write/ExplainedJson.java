package dev.gatehouse.report.write;

import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.report.view.Explained;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One row of one design, opened, as {@code gatehouse/compare-explain/1}. Every key is always there. */
public final class ExplainedJson {
    private ExplainedJson() {}

    /** Writes an opened row. */
    public static String of(Explained explained, Origin origin) {
        Comparison comparison = explained.comparison();
        DesignAnswer answer = explained.answer();
        ObjectNode document = JsonText.object()
                .put("schema", "gatehouse/compare-explain/1")
                .put("tool", origin.tool())
                .put("specSha256", origin.specSha256())
                .put("factsSha256", comparison.facts().sha256())
                .put("asOf", comparison.asOf().toString())
                .put("platform", comparison.spec().name())
                .put("region", comparison.spec().region())
                .put("row", explained.row())
                .put("design", answer.design().id())
                .put("title", answer.design().title());
        ArrayNode cells = document.putArray("cells");
        explained.cells().forEach(cell -> cells.add(CellJson.of(cell)));
        figures(document, explained);
        ArrayNode limits = document.putArray("limits");
        explained.limits().forEach(limit -> limits.add(DesignJson.limit(limit)));
        ArrayNode measures = document.putArray("measures");
        explained.measures().forEach(measure -> measures.add(DesignJson.measure(measure)));
        ArrayNode facts = document.putArray("facts");
        explained.facts().forEach(fact -> facts.add(FactsJson.fact(fact)));
        return JsonText.of(document);
    }

    private static void figures(ObjectNode document, Explained explained) {
        DesignAnswer answer = explained.answer();
        if (explained.hasCost()) {
            FiguresJson.cost(document.putObject("cost"), answer.cost());
        } else {
            document.putNull("cost");
        }
        if (explained.hasLatency()) {
            FiguresJson.latency(document.putObject("latency"), answer.mainLatency(), answer.distances());
        } else {
            document.putNull("latency");
        }
        if (explained.hasAvailability()) {
            FiguresJson.availability(
                    document.putObject("availability"), answer.mainAvailability(), answer.hoursPerMonth());
        } else {
            document.putNull("availability");
        }
    }
}

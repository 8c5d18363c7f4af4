package dev.gatehouse.report.write;

import dev.gatehouse.model.finding.Finding;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Findings as {@code gatehouse/lint/1}. */
public final class FindingsJson {
    private FindingsJson() {}

    /**
     * Writes findings, by place.
     *
     * @param files how many files were read
     */
    public static String of(List<Finding> findings, int files) {
        ObjectNode document = JsonText.object().put("schema", "gatehouse/lint/1");
        ArrayNode list = document.putArray("findings");
        findings.stream().sorted().map(FindingJson::of).forEach(list::add);
        return JsonText.of(document.put("files", files));
    }
}

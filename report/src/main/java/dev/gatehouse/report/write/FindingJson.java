package dev.gatehouse.report.write;

import dev.gatehouse.model.finding.Finding;
import tools.jackson.databind.node.ObjectNode;

/** A finding in the one shape that every command uses. */
final class FindingJson {
    private FindingJson() {}

    static ObjectNode of(Finding finding) {
        return JsonText.object()
                .put("rule", finding.rule().text())
                .put("severity", finding.severity().word())
                .put("file", finding.place().file())
                .put("line", finding.place().line())
                .put("column", finding.place().column())
                .put("subject", finding.subject())
                .put("what", finding.what())
                .put("why", finding.why())
                .put("fix", finding.fix());
    }
}

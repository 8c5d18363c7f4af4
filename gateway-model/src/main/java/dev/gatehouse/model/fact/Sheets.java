package dev.gatehouse.model.fact;

import dev.gatehouse.model.finding.Finding;
import java.util.List;

/**
 * What a file of sheets holds.
 *
 * @param sheets its sheets in order; what could not be read is left out
 * @param findings what is wrong with them, by place
 */
public record Sheets(List<Sheet> sheets, List<Finding> findings) {
    /** Copies both lists; a finding that two readers of one value report stands once. */
    public Sheets {
        sheets = List.copyOf(sheets);
        findings = findings.stream().distinct().sorted().toList();
    }
}

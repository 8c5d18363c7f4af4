package dev.gatehouse.model.read;

import dev.gatehouse.model.finding.Finding;
import java.util.List;

/**
 * What a file holds: its documents, and what is wrong with it as YAML.
 *
 * @param roots the value of each document that could be read, in order; empty documents are left out
 * @param findings what is wrong, in the order of the file; when there is one, {@code roots} may be incomplete
 */
public record Documents(List<Node> roots, List<Finding> findings) {
    /** Copies both lists. */
    public Documents {
        roots = List.copyOf(roots);
        findings = List.copyOf(findings);
    }
}

package dev.gatehouse.model.finding;

import java.util.List;
import java.util.stream.Collectors;

/** An input that can't be used. Carries every finding about it, not just the first. */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** Keeps a sorted copy of {@code findings}. */
    public InvalidInputException(List<Finding> findings) {
        super(findings.stream()
                .sorted()
                .map(finding -> finding.rule() + " " + finding.place() + " " + finding.what())
                .collect(Collectors.joining("\n")));
        this.findings = findings.stream().sorted().toList();
    }

    /** What is wrong, by place. */
    public List<Finding> findings() {
        return findings;
    }
}

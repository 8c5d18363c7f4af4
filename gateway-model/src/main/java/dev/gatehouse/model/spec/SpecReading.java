package dev.gatehouse.model.spec;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.read.Places;
import java.util.List;
import java.util.Optional;

/**
 * What reading a platform spec gave.
 *
 * @param spec the platform; empty if a finding is an error
 * @param places where each subject of the file stands, for findings that come later
 * @param findings everything that is wrong or surprising, by place
 * @param sha256 the SHA-256 of the file's bytes, 64 hexadecimal digits
 */
public record SpecReading(Optional<PlatformSpec> spec, Places places, List<Finding> findings, String sha256) {
    /** Copies {@code findings}. */
    public SpecReading {
        findings = List.copyOf(findings);
    }

    /** Whether a finding is an error. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}

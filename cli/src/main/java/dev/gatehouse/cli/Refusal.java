package dev.gatehouse.cli;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** Ends a call early, with what is wrong and how it ends. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Status status;
    private final transient List<Finding> findings;

    Refusal(Status status, List<Finding> findings) {
        super(findings.toString());
        this.status = status;
        this.findings = List.copyOf(findings);
    }

    /** A call that can't be understood. */
    static Refusal of(RuleId rule, Place place, String subject, String what, String fix) {
        return of(Status.NOT_UNDERSTOOD, rule, place, subject, what, fix);
    }

    static Refusal of(Status status, RuleId rule, Place place, String subject, String what, String fix) {
        return new Refusal(status, List.of(new Finding(rule, Severity.ERROR, place, subject, what, "", fix)));
    }

    Status status() {
        return status;
    }

    List<Finding> findings() {
        return findings;
    }
}

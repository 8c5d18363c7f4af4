package dev.gatehouse.load;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** The rules about the parts of a load test. Each has a line in {@code docs/rules.md}. */
final class PartRules {
    static final RuleId OTHER_SCHEDULE = new RuleId("GH-585");
    static final RuleId NOT_TOGETHER = new RuleId("GH-586");

    private PartRules() {}

    static InvalidInputException refused(RuleId rule, String subject, String what, String why, String fix) {
        return new InvalidInputException(
                List.of(new Finding(rule, Severity.ERROR, Place.ofFile(subject), subject, what, why, fix)));
    }
}

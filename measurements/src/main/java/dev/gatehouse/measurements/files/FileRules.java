package dev.gatehouse.measurements.files;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** The rules about the files of load tests. Each has a line in {@code docs/rules.md}. */
final class FileRules {
    static final RuleId NO_RESULT = new RuleId("GH-557");
    static final RuleId OTHER_PLAN = new RuleId("GH-558");
    static final RuleId PARTS = new RuleId("GH-559");
    static final RuleId NOT_WRITTEN = new RuleId("GH-570");

    private FileRules() {}

    static InvalidInputException refused(RuleId rule, String file, String what, String why, String fix) {
        return new InvalidInputException(
                List.of(new Finding(rule, Severity.ERROR, Place.ofFile(file), file, what, why, fix)));
    }
}

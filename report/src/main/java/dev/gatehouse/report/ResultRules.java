package dev.gatehouse.report;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;

/** The rule about results of load tests in a report. It has a line in {@code docs/rules.md}. */
final class ResultRules {
    private static final RuleId OTHER_SPEC = new RuleId("GH-575");

    private ResultRules() {}

    static Finding otherSpec(String file, String measured, String reported) {
        return new Finding(
                OTHER_SPEC,
                Severity.ERROR,
                Place.ofFile(file),
                file,
                measured.equals(reported)
                        ? "this was measured of another state of the spec of " + reported
                        : "this was measured of " + measured + ", not of " + reported,
                "a report shows what was measured of the spec that it is about, byte for byte",
                "measure again with gatehouse load, or leave it out of --results");
    }
}

package dev.gatehouse.measurements.bounds;

import dev.gatehouse.model.finding.RuleId;

/** The rules about bounds. Each has a line in {@code docs/rules.md}. */
final class BoundsRules {
    static final RuleId NO_BOUNDS = new RuleId("GH-571");
    static final RuleId UNKNOWN_CONTESTANT = new RuleId("GH-572");
    static final RuleId NOT_MET = new RuleId("GH-573");
    static final RuleId NOT_KNOWN = new RuleId("GH-574");

    private BoundsRules() {}
}

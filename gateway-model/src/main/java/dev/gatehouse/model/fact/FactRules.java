package dev.gatehouse.model.fact;

import dev.gatehouse.model.finding.RuleId;

/** The rules about fact sheets, ours and users' own. */
final class FactRules {
    static final RuleId SHAPE = new RuleId("GH-700");
    static final RuleId UNKNOWN_KEY = new RuleId("GH-701");
    static final RuleId MISSING_KEY = new RuleId("GH-702");
    static final RuleId SOURCE = new RuleId("GH-703");
    static final RuleId QUANTITY = new RuleId("GH-704");
    static final RuleId DATE = new RuleId("GH-705");
    static final RuleId OVERLAP = new RuleId("GH-706");
    static final RuleId UNKNOWN_KIND = new RuleId("GH-707");
    static final RuleId NO_REASON = new RuleId("GH-708");
    static final RuleId WORD = new RuleId("GH-709");
    static final RuleId OTHER_DIMENSION = new RuleId("GH-710");

    private FactRules() {}
}

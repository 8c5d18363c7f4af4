package dev.gatehouse.cli;

import dev.gatehouse.model.finding.RuleId;

/** The rules about calls of {@code gatehouse load}. */
final class LoadRules {
    static final RuleId NOTHING_TO_ASK = new RuleId("GH-580");
    static final RuleId NO_GENERATOR = new RuleId("GH-581");
    static final RuleId STOPPED_EARLY = new RuleId("GH-582");
    static final RuleId ABOVE_THE_KNEE = new RuleId("GH-583");
    static final RuleId UNKNOWN_METHOD = new RuleId("GH-584");

    private LoadRules() {}
}

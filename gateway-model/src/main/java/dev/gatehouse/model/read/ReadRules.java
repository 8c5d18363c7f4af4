package dev.gatehouse.model.read;

import dev.gatehouse.model.finding.RuleId;

/** The rules about files as YAML, before anybody asks what they mean. */
final class ReadRules {
    static final RuleId SYNTAX = new RuleId("GH-101");
    static final RuleId DUPLICATE_KEY = new RuleId("GH-102");
    static final RuleId ENCODING = new RuleId("GH-103");
    static final RuleId TOO_LARGE = new RuleId("GH-104");
    static final RuleId TOO_DEEP = new RuleId("GH-105");
    static final RuleId TOO_MANY_VALUES = new RuleId("GH-106");
    static final RuleId KEY_NOT_SCALAR = new RuleId("GH-107");

    private ReadRules() {}
}

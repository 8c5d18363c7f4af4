package dev.gatehouse.model.read;

import dev.gatehouse.model.finding.RuleId;

/** The rules about files as YAML: their text (101 to 109), and the shape that a reader expects (110 to 119). */
final class ReadRules {
    static final RuleId SYNTAX = new RuleId("GH-101");
    static final RuleId DUPLICATE_KEY = new RuleId("GH-102");
    static final RuleId ENCODING = new RuleId("GH-103");
    static final RuleId TOO_LARGE = new RuleId("GH-104");
    static final RuleId TOO_DEEP = new RuleId("GH-105");
    static final RuleId TOO_MANY_VALUES = new RuleId("GH-106");
    static final RuleId KEY_NOT_SCALAR = new RuleId("GH-107");
    static final RuleId UNKNOWN_TAG = new RuleId("GH-108");
    static final RuleId UNKNOWN_KEY = new RuleId("GH-110");
    static final RuleId MISSING_KEY = new RuleId("GH-111");
    static final RuleId WRONG_KIND = new RuleId("GH-112");
    static final RuleId MALFORMED = new RuleId("GH-113");
    static final RuleId UNKNOWN_WORD = new RuleId("GH-114");
    static final RuleId NO_UNIT = new RuleId("GH-115");

    private ReadRules() {}
}

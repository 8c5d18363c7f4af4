package dev.gatehouse.ambassador.manifest;

import dev.gatehouse.model.finding.RuleId;

/** The rules about manifests as resources, before anybody asks what they do. */
final class ManifestRules {
    static final RuleId UNKNOWN_FIELD = new RuleId("GH-400");
    static final RuleId WRONG_TYPE = new RuleId("GH-401");
    static final RuleId NOT_A_CHOICE = new RuleId("GH-402");
    static final RuleId OUT_OF_BOUNDS = new RuleId("GH-403");
    static final RuleId MISSING_FIELD = new RuleId("GH-404");
    static final RuleId LEGACY_VERSION = new RuleId("GH-405");
    static final RuleId UNKNOWN_VERSION = new RuleId("GH-406");
    static final RuleId UNKNOWN_KIND = new RuleId("GH-407");
    static final RuleId NO_NAME = new RuleId("GH-408");
    static final RuleId DEFINED_TWICE = new RuleId("GH-409");
    static final RuleId NO_RESOURCE = new RuleId("GH-410");

    private ManifestRules() {}
}

package dev.gatehouse.lab.ingress;

import dev.gatehouse.model.finding.RuleId;

/** The rules of the ingress; {@code docs/rules.md} says what each finds. */
final class IngressRules {
    static final RuleId NO_ENVOY = new RuleId("GH-560");
    static final RuleId ENVOY_REFUSES = new RuleId("GH-561");
    static final RuleId PASSED_OVER = new RuleId("GH-562");

    private IngressRules() {}
}

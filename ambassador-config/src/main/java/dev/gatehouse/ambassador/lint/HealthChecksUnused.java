package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;

/** Health_checks with a resolver that gives no endpoints. */
final class HealthChecksUnused implements Rule {
    private static final About ABOUT = About.of(
            "GH-454", Severity.WARNING, Source.RUN, "health_checks with a resolver that gives no endpoints", """
            Envoy checks endpoints, so health_checks need a resolver that watches them. With the default
            resolver they are ignored, with a line in the log and no posted error.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            if (mapping.has("health_checks") && Resolution.of(scene, mapping) == Resolution.SERVICE) {
                report.add(
                        mapping,
                        mapping.place("health_checks"),
                        "health_checks with resolver " + Resolution.name(scene, mapping),
                        "nothing is checked, and no error is posted",
                        "add resolver: kubernetes-endpoint");
            }
        }
    }
}

package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;

/** An expression that is no RE2. */
final class NotRe2 implements Rule {
    private static final About ABOUT =
            About.of("GH-427", Severity.ERROR, Source.ENVOY, "an expression that is no RE2", """
            Envoy uses RE2: no look-ahead, no look-behind, no back references. Emissary does not check
            expressions; Envoy refuses the whole configuration for one that it can't read, and then nobody's
            changes are taken until it is mended.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            for (Expression expression : Expression.in(mapping)) {
                String error = expression.error();
                if (!error.isEmpty()) {
                    report.add(
                            mapping,
                            expression.place(),
                            expression.field() + " is no RE2 expression: " + error,
                            "Envoy refuses the whole configuration, and every team's changes with it",
                            "write it without look-around and back references");
                }
            }
        }
    }
}

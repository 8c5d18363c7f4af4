package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.math.BigDecimal;

/** An expression that compiles to more than Envoy allows. */
final class LargeExpression implements Rule {
    private static final About ABOUT = About.of(
            "GH-428", Severity.ERROR, Source.ENVOY, "an expression that compiles to more than Envoy allows", """
            Emissary tells Envoy to refuse expressions whose compiled program is larger than the Module's
            regex_max_size, 200 unless it is set. Counted repetitions are what makes programs large: [a-z]{1,60}
            counts sixty times. The size here is that of the Java port of RE2, which may differ by some.""");
    private static final int DEFAULT = 200;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        BigDecimal largest = scene.module()
                .flatMap(module -> module.number("config", "regex_max_size"))
                .orElse(BigDecimal.valueOf(DEFAULT));
        for (Written mapping : scene.mappings()) {
            for (Expression expression : Expression.in(mapping)) {
                expression
                        .compiled()
                        .filter(pattern ->
                                BigDecimal.valueOf(pattern.programSize()).compareTo(largest) > 0)
                        .ifPresent(pattern -> report.add(
                                mapping,
                                expression.place(),
                                expression.field() + " compiles to a program of about " + pattern.programSize()
                                        + " instructions",
                                "more than " + largest
                                        + ", so Envoy refuses the whole configuration, and every team's changes with it",
                                "write * or + instead of counts, or raise the Module's regex_max_size"));
            }
        }
    }
}

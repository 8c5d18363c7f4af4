package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;

/** A retry_policy without retry_on, which costs the Mapping its route. */
final class RetryWithoutCondition implements Rule {
    private static final About ABOUT = About.of(
            "GH-446",
            Severity.ERROR,
            Source.RUN,
            "a retry_policy without retry_on, which costs the Mapping its route",
            """
            A retry_policy needs retry_on with one of its six words. Without it Emissary drops the whole
            Mapping, and files the error under ir.retrypolicy, where nobody sees which Mapping was hit.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            if (mapping.has("retry_policy")
                    && mapping.text("retry_policy", "retry_on").isEmpty()) {
                report.add(
                        mapping,
                        mapping.place("retry_policy"),
                        "retry_policy has no retry_on",
                        "Emissary drops the Mapping: it has no route, and the error does not name it",
                        "add retry_on, such as gateway-error");
            }
        }
    }
}

package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;

/** A TracingService with the driver lightstep. */
final class TracingDriver implements Rule {
    private static final About ABOUT =
            About.of("GH-479", Severity.ERROR, Source.CODE, "a TracingService with the driver lightstep", """
            Envoy has no Lightstep tracer any more; Emissary refuses the driver, although the schema has it.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written tracing : scene.of(Kind.TRACING_SERVICE)) {
            if (tracing.text("driver").equals("lightstep")) {
                report.add(
                        tracing,
                        tracing.place("driver"),
                        "driver: lightstep is refused",
                        "nothing is traced",
                        "write opentelemetry, which Lightstep's collectors take");
            }
        }
    }
}

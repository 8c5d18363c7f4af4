package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** A second RateLimitService or TracingService. */
final class SecondOutsideService implements Rule {
    private static final About ABOUT =
            About.of("GH-471", Severity.ERROR, Source.RUN, "a second RateLimitService or TracingService", """
            Emissary has one of each. Two of one kind, also in different namespaces, and both are ignored:
            nothing is limited, or nothing is traced.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Kind kind : List.of(Kind.RATE_LIMIT_SERVICE, Kind.TRACING_SERVICE)) {
            List<Written> services = scene.of(kind);
            for (int i = 1; i < services.size(); i++) {
                report.add(
                        services.get(i),
                        services.get(i).place(),
                        services.get(0).subject() + " is there already",
                        "with two of them Emissary ignores both: nothing is "
                                + (kind == Kind.TRACING_SERVICE ? "traced" : "limited"),
                        "keep one");
            }
        }
    }
}

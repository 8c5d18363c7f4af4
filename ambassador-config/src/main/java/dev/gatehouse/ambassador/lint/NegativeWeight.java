package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** A negative weight. */
final class NegativeWeight implements Rule {
    private static final About ABOUT = About.of("GH-437", Severity.ERROR, Source.RUN, "a negative weight", """
            Schema and compiler take negative weights. Envoy does not: a share is no negative number, so it
            refuses the whole configuration.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Kind kind : List.of(Kind.MAPPING, Kind.TCP_MAPPING)) {
            for (Written mapping : scene.of(kind)) {
                if (mapping.number("weight")
                        .filter(weight -> weight.signum() < 0)
                        .isPresent()) {
                    report.add(
                            mapping,
                            mapping.place("weight"),
                            "weight " + mapping.text("weight") + " is negative",
                            "Envoy refuses the whole configuration, and every team's changes with it",
                            "write 0 to 100");
                }
            }
        }
    }
}

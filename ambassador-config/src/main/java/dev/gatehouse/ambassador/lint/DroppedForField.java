package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** A field that costs the Mapping its route. */
final class DroppedForField implements Rule {
    private static final About ABOUT =
            About.of("GH-452", Severity.ERROR, Source.RUN, "a field that costs the Mapping its route", """
            error_response_overrides and outlier_detection are in the schema, and no longer supported: a Mapping
            that has one of them is dropped, although the messages speak of ignoring the field.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            for (String field : List.of("error_response_overrides", "outlier_detection")) {
                if (mapping.has(field)) {
                    report.add(
                            mapping,
                            mapping.place(field),
                            field + " is no longer supported",
                            "Emissary drops the Mapping: it has no route",
                            "remove it");
                }
            }
        }
    }
}

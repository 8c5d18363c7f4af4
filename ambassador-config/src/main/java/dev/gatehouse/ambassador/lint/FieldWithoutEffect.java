package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** A field of a Mapping that nothing looks at. */
final class FieldWithoutEffect implements Rule {
    private static final About ABOUT =
            About.of("GH-453", Severity.WARNING, Source.CODE, "a field of a Mapping that nothing looks at", """
            The schema has fields that Emissary 4 does not look at.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            for (String field :
                    List.of("modules", "envoy_override", "bypass_error_response_overrides", "docs", "v2ExplicitTLS")) {
                if (mapping.has(field)) {
                    report.add(
                            mapping,
                            mapping.place(field),
                            field + " has no effect",
                            "nothing in Emissary 4 looks at it",
                            "remove it");
                }
            }
        }
    }
}

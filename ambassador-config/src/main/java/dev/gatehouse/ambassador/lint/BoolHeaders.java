package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** V2BoolHeaders or v2BoolQueryParameters, which are not looked at. */
final class BoolHeaders implements Rule {
    private static final About ABOUT = About.of(
            "GH-418",
            Severity.ERROR,
            Source.RUN,
            "v2BoolHeaders or v2BoolQueryParameters, which are not looked at",
            """
            The schema has v2BoolHeaders and v2BoolQueryParameters for resources that are converted from v2.
            Emissary does not look at them in v3alpha1: the Mapping takes requests with and without the header.
            For presence write a regular expression.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            for (String field : List.of("v2BoolHeaders", "v2BoolQueryParameters")) {
                if (mapping.has(field)) {
                    String instead = field.equals("v2BoolHeaders") ? "regex_headers" : "regex_query_parameters";
                    report.add(
                            mapping,
                            mapping.place(field),
                            field + " is no condition",
                            "the Mapping also takes the requests that lack them",
                            "write " + instead + ": with the value .* for each");
                }
            }
        }
    }
}

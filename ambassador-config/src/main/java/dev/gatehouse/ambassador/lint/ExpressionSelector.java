package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** A selector of matchExpressions, which are not looked at. */
final class ExpressionSelector implements Rule {
    private static final About ABOUT = About.of(
            "GH-490", Severity.ERROR, Source.RUN, "a selector of matchExpressions, which are not looked at", """
            Emissary looks at matchLabels only. A mappingSelector with nothing but matchExpressions takes every
            Mapping.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written host : scene.of(Kind.HOST)) {
            for (String field : List.of("mappingSelector", "selector")) {
                if (host.has(field, "matchExpressions")) {
                    boolean only = !host.has(field, "matchLabels");
                    report.add(
                            host,
                            host.place(field, "matchExpressions"),
                            field + ".matchExpressions is not looked at",
                            only ? "the Host takes every Mapping whose hostname fits" : "only matchLabels counts",
                            "write matchLabels");
                }
            }
        }
    }
}

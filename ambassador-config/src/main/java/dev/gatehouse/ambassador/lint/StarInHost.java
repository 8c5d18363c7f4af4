package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;

/** A * where the host is matched exactly. */
final class StarInHost implements Rule {
    private static final About ABOUT =
            About.of("GH-416", Severity.ERROR, Source.RUN, "a * where the host is matched exactly", """
            The old field host, and a header :authority, are matched exactly unless host_regex is set. A * in
            them is an error, and the Mapping is dropped. The field hostname takes patterns.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            boolean host = mapping.text("host").contains("*") && !mapping.flag("host_regex");
            boolean header = mapping.text("headers", ":authority").contains("*");
            if (host || header) {
                report.add(
                        mapping,
                        host ? mapping.place("host") : mapping.place("headers", ":authority"),
                        (host ? "host" : "headers :authority") + " holds a *, and is matched exactly",
                        "Emissary drops the Mapping: it has no route",
                        "write hostname instead");
            }
        }
    }
}

package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;

/** A host that is written in several fields, of which one counts. */
final class HostTwice implements Rule {
    private static final About ABOUT = About.of(
            "GH-417",
            Severity.WARNING,
            Source.RUN,
            "a host that is written in several fields, of which one counts",
            """
            Of hostname, host and a header :authority only the first that is there counts. host_regex belongs to
            host alone.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            if (mapping.has("hostname") && (mapping.has("host") || mapping.has("headers", ":authority"))) {
                String other = mapping.has("host") ? "host" : "headers :authority";
                report.add(
                        mapping,
                        mapping.has("host") ? mapping.place("host") : mapping.place("headers", ":authority"),
                        "hostname and " + other + " are both there",
                        "only hostname " + mapping.text("hostname") + " counts",
                        "remove " + other);
            }
        }
    }
}

package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;

/** Idle_timeout_ms of a TCPMapping. */
final class TcpIdleTimeout implements Rule {
    private static final About ABOUT =
            About.of("GH-497", Severity.WARNING, Source.RUN, "idle_timeout_ms of a TCPMapping", """
            It is text in the schema and not used: Envoy's hour holds.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.of(Kind.TCP_MAPPING)) {
            if (mapping.has("idle_timeout_ms")) {
                report.add(
                        mapping,
                        mapping.place("idle_timeout_ms"),
                        "idle_timeout_ms has no effect on a TCPMapping",
                        "connections are closed after an hour without traffic",
                        "remove it");
            }
        }
    }
}

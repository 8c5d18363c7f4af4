package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;

/** Keepalive.idle_time, which never reaches Envoy. */
final class KeepaliveIdleTime implements Rule {
    private static final About ABOUT =
            About.of("GH-455", Severity.WARNING, Source.RUN, "keepalive.idle_time, which never reaches Envoy", """
            The compiler looks for a key time, which the schema does not have and prunes; idle_time, which the
            schema has, is not looked at. Only the Module's keepalive, which no schema checks, can say time.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            if (mapping.has("keepalive", "idle_time")) {
                report.add(
                        mapping,
                        mapping.place("keepalive", "idle_time"),
                        "keepalive.idle_time has no effect",
                        "Envoy is not told; the operating system's default holds",
                        "set keepalive: {time, interval, probes} in the Module");
            }
        }
    }
}

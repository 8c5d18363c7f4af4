package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;

/** Hosts without any Listener. */
final class NoListener implements Rule {
    private static final About ABOUT =
            About.of("GH-488", Severity.WARNING, Source.CODE, "Hosts without any Listener", """
            Emissary opens no port by itself. The chart makes Listeners only with createDefaultListeners: true.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        if (!scene.of(Kind.HOST).isEmpty() && scene.of(Kind.LISTENER).isEmpty()) {
            Written host = scene.of(Kind.HOST).get(0);
            report.add(
                    host,
                    host.place(),
                    "there are Hosts and no Listener",
                    "no port is open, unless Listeners are elsewhere or the chart makes them",
                    "add a Listener, or check them together with these manifests");
        }
    }
}

package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;

/** A Listener with both or neither of protocol and protocolStack. */
final class ListenerProtocol implements Rule {
    private static final About ABOUT = About.of(
            "GH-481", Severity.ERROR, Source.RUN, "a Listener with both or neither of protocol and protocolStack", """
            With neither the Listener is inactive and its port closed. With both protocolStack counts, and an
            error is posted.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written listener : scene.of(Kind.LISTENER)) {
            boolean both = listener.has("protocol") && listener.has("protocolStack");
            if (both || (!listener.has("protocol") && !listener.has("protocolStack"))) {
                report.add(
                        listener,
                        listener.place("protocol"),
                        both
                                ? "protocol and protocolStack are both there"
                                : "neither protocol nor protocolStack is there",
                        both ? "Emissary posts an error, and takes protocolStack" : "its port stays closed",
                        both ? "remove protocol" : "add protocol: HTTP or HTTPS");
            }
        }
    }
}

package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;

/** A resource for another Emissary. */
final class ForeignId implements Rule {
    private static final About ABOUT =
            About.of("GH-415", Severity.WARNING, Source.RUN, "a resource for another Emissary", """
            Each Emissary reads the resources whose ambassador_id lists its own AMBASSADOR_ID, which is default
            unless it is set; it passes over all others without a word. Here they were left out of everything
            else that is checked.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written written : scene.foreign()) {
            report.add(
                    written,
                    written.place("ambassador_id"),
                    "it is for Emissary " + written.shown("ambassador_id") + ", most others are for "
                            + scene.ambassadorId(),
                    "the Emissary with id " + scene.ambassadorId() + " passes over it without a word",
                    "correct ambassador_id, or check the manifests of each Emissary by themselves");
        }
    }
}

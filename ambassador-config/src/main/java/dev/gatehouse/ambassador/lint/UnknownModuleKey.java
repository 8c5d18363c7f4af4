package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.finding.Severity;

/** A key of the Module that Emissary does not know. */
final class UnknownModuleKey implements Rule {
    private static final About ABOUT =
            About.of("GH-467", Severity.WARNING, Source.RUN, "a key of the Module that Emissary does not know", """
            The Module's config is checked by no schema: any key is accepted, and one that Emissary does not
            know has no effect.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        scene.module()
                .ifPresent(module -> module.entries("config").forEach(entry -> {
                    String key = entry.key().text();
                    if (!ModuleKeys.KNOWN.contains(key) && !ModuleKeys.GONE.contains(key)) {
                        report.add(
                                module,
                                entry.key().place(),
                                "the Module has no key " + key + Nearest.hint(key, ModuleKeys.KNOWN),
                                "it is passed over without a word",
                                "write a key that Emissary knows, or remove it");
                    }
                }));
    }
}

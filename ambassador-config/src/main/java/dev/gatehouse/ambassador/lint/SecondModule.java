package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;

/** A Module that is not read. */
final class SecondModule implements Rule {
    private static final About ABOUT = About.of("GH-465", Severity.ERROR, Source.RUN, "a Module that is not read", """
            Emissary reads one Module, the one that is called ambassador; of several the first by name and
            namespace. All others are passed over without a word. The chart makes one by default: set
            module.enabled: false if you have your own.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written module : scene.of(Kind.MODULE)) {
            boolean named = module.name().equals("ambassador");
            if (!named || scene.module().filter(read -> read != module).isPresent()) {
                report.add(
                        module,
                        module.place(),
                        named
                                ? scene.module().map(Written::subject).orElse("another") + " is read already"
                                : "a Module must be called ambassador",
                        "nothing in this one has an effect, and no error is posted",
                        "put all settings into one Module that is called ambassador");
            }
        }
    }
}

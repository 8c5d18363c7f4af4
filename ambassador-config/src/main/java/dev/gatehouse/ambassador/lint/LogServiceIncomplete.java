package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;

/** A LogService without driver_config or protocol_version: v3. */
final class LogServiceIncomplete implements Rule {
    private static final About ABOUT = About.of(
            "GH-478", Severity.ERROR, Source.CODE, "a LogService without driver_config or protocol_version: v3", """
            The schema lets driver_config be left out, and the compiler reads it without looking whether it is
            there. protocol_version must be v3.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written log : scene.of(Kind.LOG_SERVICE)) {
            if (!log.has("driver_config")) {
                report.add(
                        log,
                        log.place(),
                        "no driver_config",
                        "the compiler fails when it reads it",
                        "add driver_config: {}");
            }
            if (!log.text("protocol_version").equals("v3")) {
                report.add(
                        log,
                        log.place("protocol_version"),
                        "no protocol_version: v3",
                        "Emissary posts an error: nothing is logged",
                        "add protocol_version: v3");
            }
        }
    }
}

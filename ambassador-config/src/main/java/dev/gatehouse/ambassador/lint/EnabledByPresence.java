package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.List;

/** A false that switches something on. */
final class EnabledByPresence implements Rule {
    private static final About ABOUT =
            About.of("GH-469", Severity.WARNING, Source.CODE, "a false that switches something on", """
            enable_grpc_http11_bridge and enable_grpc_web count as set as soon as they are there: false switches
            them on.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        scene.module().ifPresent(module -> {
            for (String key : List.of("enable_grpc_http11_bridge", "enable_grpc_web")) {
                if (module.has("config", key) && !module.flag("config", key)) {
                    report.add(
                            module,
                            module.place("config", key),
                            key + ": " + module.text("config", key) + " switches it on",
                            "that the key is there is enough for Emissary",
                            "remove " + key);
                }
            }
        });
    }
}

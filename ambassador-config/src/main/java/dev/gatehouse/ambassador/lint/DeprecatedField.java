package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.Map;

/** A field that has a successor. */
final class DeprecatedField implements Rule {
    private static final About ABOUT =
            About.of("GH-419", Severity.NOTE, Source.CODE, "a field that has a successor", """
            host and host_regex, use_websocket, and a Host's selector still work. Their successors are hostname,
            allow_upgrade and mappingSelector.""");
    private static final Map<String, String> MAPPING =
            Map.of("host", "hostname", "use_websocket", "allow_upgrade: [websocket]");
    private static final Map<String, String> HOST = Map.of("selector", "mappingSelector");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written written : scene.all()) {
            Map<String, String> fields = switch (written.kind()) {
                case MAPPING -> MAPPING;
                case HOST -> HOST;
                default -> Map.of();
            };
            fields.forEach((field, successor) -> {
                if (written.has(field)) {
                    report.add(
                            written,
                            written.place(field),
                            field + " is deprecated",
                            "it still works",
                            "write " + successor);
                }
            });
        }
    }
}

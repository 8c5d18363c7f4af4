package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.read.MappingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A default for Mappings that is not looked up. */
final class ModuleDefaults implements Rule {
    private static final About ABOUT =
            About.of("GH-468", Severity.WARNING, Source.RUN, "a default for Mappings that is not looked up", """
            Of the Module's defaults Emissary looks up headers to add and to remove and stats_name, and no
            others: defaults.timeout_ms does nothing. Other defaults are keys of the Module itself, such as
            cluster_request_timeout_ms, retry_policy and circuit_breakers.""");
    private static final Set<String> KNOWN = Set.of(
            "httpmapping",
            "add_request_headers",
            "add_response_headers",
            "remove_request_headers",
            "remove_response_headers",
            "stats_name");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        scene.module().ifPresent(module -> {
            List<MappingNode.Entry> entries = new ArrayList<>(module.entries("config", "defaults"));
            entries.addAll(module.entries("config", "defaults", "httpmapping"));
            for (MappingNode.Entry entry : entries) {
                if (!KNOWN.contains(entry.key().text())) {
                    report.add(
                            module,
                            entry.key().place(),
                            "defaults has no " + entry.key().text(),
                            "it is passed over without a word",
                            "set it in each Mapping, or as a key of the Module where there is one, such as cluster_request_timeout_ms");
                }
            }
        });
    }
}

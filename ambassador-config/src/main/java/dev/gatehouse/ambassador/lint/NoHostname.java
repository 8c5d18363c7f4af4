package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.ScalarNode;
import java.util.List;

/** A Mapping without a hostname, which no Host takes. */
final class NoHostname implements Rule {
    private static final About ABOUT =
            About.of("GH-412", Severity.ERROR, Source.RUN, "a Mapping without a hostname, which no Host takes", """
            A Host takes a Mapping by its hostname, by its labels where the Host has a mappingSelector, or by
            both. A Mapping that has neither hostname nor fitting labels is valid, and is in no virtual host:
            every request gets a 404, and no error is posted.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        for (Written mapping : scene.mappings()) {
            boolean hostless = mapping.host().isEmpty() && !mapping.flag("host_regex");
            if (hostless && scene.of(Kind.HOST).stream().noneMatch(host -> selects(host, mapping))) {
                report.add(
                        mapping,
                        mapping.place(),
                        "Mapping " + mapping.name() + " has no hostname",
                        "no Host takes it: its requests get a 404, and no error is posted",
                        "add hostname: the host that clients call, or \"*\" for every one");
            }
        }
    }

    /** Whether a Host takes Mappings by labels, and this one's among them. */
    private static boolean selects(Written host, Written mapping) {
        String field = host.has("mappingSelector") ? "mappingSelector" : "selector";
        List<MappingNode.Entry> labels = host.entries(field, "matchLabels");
        return !host.entries(field).isEmpty()
                && labels.stream()
                        .allMatch(label -> label.value() instanceof ScalarNode value
                                && value.text()
                                        .equals(mapping.labels().get(label.key().text())));
    }
}

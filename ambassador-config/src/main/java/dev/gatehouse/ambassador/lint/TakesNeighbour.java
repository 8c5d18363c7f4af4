package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A prefix that also takes paths which only begin like it. */
final class TakesNeighbour implements Rule {
    private static final About ABOUT = About.of(
            "GH-420", Severity.WARNING, Source.RUN, "a prefix that also takes paths which only begin like it", """
            A prefix is compared as text, not by segments: /v2/models/fraud takes /v2/models/fraud-eu too. As
            long as a longer prefix is there and accepts the request that one wins; when it is removed, refused,
            or asks for a header that is not there, the shorter one answers with another model. End the prefix
            with a slash, and add a Mapping with prefix_exact where the bare path is called.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        NavigableMap<String, Written> prefixes = new TreeMap<>();
        scene.mappings().forEach(mapping -> prefixes.putIfAbsent(mapping.text("prefix"), mapping));
        for (Written mapping : scene.mappings()) {
            String prefix = mapping.text("prefix");
            if (!mapping.plainPrefix() || prefix.isEmpty() || prefix.endsWith("/")) {
                continue;
            }
            for (Written other : prefixes.tailMap(prefix, false).values()) {
                String longer = other.text("prefix");
                if (!longer.startsWith(prefix)) {
                    break;
                }
                boolean neighbour =
                        longer.charAt(prefix.length()) != '/' && !other.flag("prefix_regex") && !other.flag("shadow");
                if (neighbour && Hostnames.meet(mapping, other)) {
                    report.add(
                            mapping,
                            mapping.place("prefix"),
                            "prefix " + prefix + " also takes " + longer,
                            "whatever " + other.key() + " does not take there goes to " + mapping.key(),
                            "write prefix: " + prefix + "/ (and a Mapping with prefix_exact: true for " + prefix
                                    + " itself)");
                    break;
                }
            }
        }
    }
}

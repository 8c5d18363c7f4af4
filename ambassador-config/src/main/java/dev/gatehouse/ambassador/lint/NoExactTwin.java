package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.HashSet;
import java.util.Set;

/** A prefix with a slash at its end, whose bare path goes elsewhere. */
final class NoExactTwin implements Rule {
    private static final About ABOUT = About.of(
            "GH-421",
            Severity.NOTE,
            Source.RUN,
            "a prefix with a slash at its end, whose bare path goes elsewhere",
            """
            /v2/models/fraud/ does not take /v2/models/fraud. Where clients call the bare path, as for a model's
            metadata, add a second Mapping with prefix_exact; otherwise the request goes to a shorter prefix or
            gets a 404.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        Set<String> prefixes = new HashSet<>();
        scene.mappings().forEach(mapping -> prefixes.add(mapping.text("prefix")));
        for (Written mapping : scene.mappings()) {
            String prefix = mapping.text("prefix");
            String bare = prefix.length() > 1 ? prefix.substring(0, prefix.length() - 1) : prefix;
            boolean first = scene.candidate(mapping)
                    .filter(one -> one.group().equals(one.origin()))
                    .isPresent();
            if (first
                    && mapping.plainPrefix()
                    && prefix.endsWith("/")
                    && prefix.length() > 1
                    && !prefixes.contains(bare)
                    && !mapping.flag("grpc")) {
                report.add(
                        mapping,
                        mapping.place("prefix"),
                        "prefix " + prefix + " does not take " + bare,
                        "the bare path goes to a shorter prefix, or gets a 404",
                        "if it is called: add a Mapping with prefix: " + bare + " and prefix_exact: true");
            }
        }
    }
}

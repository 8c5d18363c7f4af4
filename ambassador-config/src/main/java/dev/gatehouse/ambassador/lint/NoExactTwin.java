package dev.gatehouse.ambassador.lint;

import dev.gatehouse.model.finding.Severity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Prefixes with a slash at their end, whose bare paths go elsewhere. */
final class NoExactTwin implements Rule {
    private static final About ABOUT = About.of(
            "GH-421",
            Severity.NOTE,
            Source.RUN,
            "prefixes with a slash at their end, whose bare paths go elsewhere",
            """
            /v2/models/fraud/ does not take /v2/models/fraud. Where clients call the bare path, as for a model's
            metadata, add a second Mapping with prefix_exact; otherwise the request goes to a shorter prefix or
            gets a 404. There is one note for each namespace.""");

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        Set<String> prefixes = new HashSet<>();
        scene.mappings().forEach(mapping -> prefixes.add(mapping.text("prefix")));
        Map<String, Set<String>> bare = new TreeMap<>();
        Map<String, Written> firsts = new HashMap<>();
        for (Written mapping : scene.mappings()) {
            String prefix = mapping.text("prefix");
            boolean slash =
                    mapping.plainPrefix() && prefix.length() > 1 && prefix.endsWith("/") && !mapping.flag("grpc");
            if (slash && !prefixes.contains(prefix.substring(0, prefix.length() - 1))) {
                bare.computeIfAbsent(mapping.namespace(), namespace -> new TreeSet<>())
                        .add(prefix);
                firsts.putIfAbsent(mapping.namespace(), mapping);
            }
        }
        firsts.forEach((namespace, mapping) -> {
            Set<String> ones = bare.getOrDefault(namespace, Set.of());
            String others = ones.size() == 1
                    ? " does not take its bare path"
                    : " and " + (ones.size() - 1) + " more of " + namespace + " do not take their bare paths";
            report.add(
                    mapping,
                    mapping.place("prefix"),
                    "prefix " + mapping.text("prefix") + others,
                    "a request without the last slash goes to a shorter prefix, or gets a 404",
                    "where that is called add a Mapping with prefix_exact: true");
        });
    }
}

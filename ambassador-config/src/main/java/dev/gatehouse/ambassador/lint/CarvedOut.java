package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.route.Standing;
import dev.gatehouse.model.finding.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** A prefix inside the prefix of another namespace. */
final class CarvedOut implements Rule {
    private static final About ABOUT =
            About.of("GH-422", Severity.WARNING, Source.RUN, "a prefix inside the prefix of another namespace", """
            The longer prefix wins, whoever wrote it: a Mapping of one namespace takes requests out of the
            prefix of another, without an error on either side. Prefix / is not counted: it is there to be taken
            from.""");
    private static final int LONGEST_LOOKED_AT = 256;
    private static final int MOST_LOOKED_AT = 8;

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public void look(Scene scene, Report report) {
        Map<String, List<Written>> byPrefix = new HashMap<>();
        NavigableSet<Integer> lengths = new TreeSet<>();
        for (Written mapping : scene.mappings()) {
            if (mapping.plainPrefix() && mapping.text("prefix").length() > 1) {
                byPrefix.computeIfAbsent(mapping.text("prefix"), prefix -> new ArrayList<>())
                        .add(mapping);
                lengths.add(mapping.text("prefix").length());
            }
        }
        for (Written mapping : scene.mappings()) {
            if (!mapping.flag("prefix_regex") && scene.stands(mapping, Standing.SERVES)) {
                outer(mapping, byPrefix, lengths)
                        .ifPresent(other -> report.add(
                                mapping,
                                mapping.place("prefix"),
                                "prefix " + mapping.text("prefix") + " lies inside " + other.text("prefix") + " of "
                                        + other.key(),
                                "namespace " + mapping.namespace() + " takes these requests from namespace "
                                        + other.namespace(),
                                "agree on it, or use a prefix or a hostname of your own"));
            }
        }
    }

    /** The Mapping of another namespace with the longest prefix around it. */
    private static Optional<Written> outer(
            Written mapping, Map<String, List<Written>> byPrefix, NavigableSet<Integer> lengths) {
        String prefix = mapping.text("prefix");
        int longest = Math.min(prefix.length() - 1, LONGEST_LOOKED_AT);
        for (int length : lengths.headSet(longest, true).descendingSet()) {
            List<Written> others = byPrefix.getOrDefault(prefix.substring(0, length), List.of());
            for (Written other : others.subList(0, Math.min(others.size(), MOST_LOOKED_AT))) {
                if (!other.namespace().equals(mapping.namespace()) && Hostnames.meet(mapping, other)) {
                    return Optional.of(other);
                }
            }
        }
        return Optional.empty();
    }
}

package dev.gatehouse.cli;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.read.Documents;
import dev.gatehouse.model.read.MappingNode;
import dev.gatehouse.model.read.Node;
import dev.gatehouse.model.read.ScalarNode;
import dev.gatehouse.model.read.SequenceNode;
import dev.gatehouse.model.read.YamlReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Old findings that somebody lives with: what {@code lint -o json} wrote on an earlier day. A finding is an old one if
 * rule, file, subject and text are the same; its line may have moved.
 */
final class Baseline {
    static final Baseline NONE = new Baseline(Set.of());

    private static final List<String> KEY = List.of("rule", "file", "subject", "what");

    private final Set<String> old;

    private Baseline(Set<String> old) {
        this.old = old;
    }

    /**
     * Reads a baseline.
     *
     * @throws Refusal if it is not what {@code lint -o json} writes
     */
    static Baseline of(Input input) {
        Documents documents = YamlReader.read(input.name(), input.bytes());
        Set<String> old = new HashSet<>();
        if (documents.roots().size() != 1
                || !(documents.roots().get(0) instanceof MappingNode root)
                || !(root.get("findings").orElse(null) instanceof SequenceNode findings)) {
            throw Refusal.of(
                    CallRules.NO_BASELINE,
                    Place.ofFile(input.name()),
                    input.name(),
                    input.name() + " is no list of findings",
                    "write it with gatehouse lint PATH… -o json > " + input.name());
        }
        for (Node item : findings.items()) {
            if (item instanceof MappingNode finding) {
                old.add(KEY.stream().map(key -> text(finding, key)).collect(Collectors.joining("\n")));
            }
        }
        return new Baseline(old);
    }

    boolean has(Finding finding) {
        return old.contains(key(finding));
    }

    /** How many of its findings are no longer among {@code current}. */
    long gone(List<Finding> current) {
        return old.size()
                - current.stream()
                        .filter(this::has)
                        .map(Baseline::key)
                        .distinct()
                        .count();
    }

    private static String key(Finding finding) {
        return String.join("\n", finding.rule().text(), finding.place().file(), finding.subject(), finding.what());
    }

    private static String text(MappingNode finding, String key) {
        return finding.get(key).orElse(null) instanceof ScalarNode scalar ? scalar.text() : "";
    }
}

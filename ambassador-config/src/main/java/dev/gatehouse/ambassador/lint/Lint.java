package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.model.finding.Finding;
import java.util.List;
import java.util.Optional;

/** Finds what Emissary will do otherwise than somebody meant. */
public final class Lint {
    private Lint() {}

    /**
     * What is wrong or surprising in manifests, sorted by place. The findings of reading them are not repeated. Never
     * throws for bad input; about a second for 5,000 Mappings.
     */
    public static List<Finding> of(Manifests manifests) {
        Scene scene = Scene.of(manifests);
        List<Finding> findings = Register.RULES.parallelStream()
                .flatMap(rule -> found(rule, scene).stream())
                .toList();
        return Unexplained.added(scene, manifests.findings(), findings).stream()
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Finding> found(Rule rule, Scene scene) {
        Report report = new Report(rule.about());
        rule.look(scene, report);
        return report.findings();
    }

    /** What each rule is about, by number. */
    public static List<About> rules() {
        return Register.ABOUT;
    }

    /** What the rule of that number is about. */
    public static Optional<About> rule(String id) {
        return rules().stream().filter(about -> about.id().text().equals(id)).findFirst();
    }
}

package dev.gatehouse.ambassador.lint;

import dev.gatehouse.ambassador.route.Problem;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What Emissary complains of and no rule has found: the net below the rules. */
final class Unexplained {
    static final About ABOUT =
            About.of("GH-499", Severity.ERROR, Source.CODE, "something else that Emissary complains of", """
            Emissary posts an error about the resource, in its log and its diagnostics page, and nothing in the cluster
            tells so. No rule of its own is there for it yet; the text is what the compiler finds.""");

    private Unexplained() {}

    /** The findings, and one more for each complaint about a resource that none of them is about. */
    static List<Finding> added(Scene scene, List<Finding> reading, List<Finding> findings) {
        Set<String> subjects = new HashSet<>();
        reading.forEach(finding -> subjects.add(finding.subject()));
        findings.stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .forEach(finding -> subjects.add(finding.subject()));
        Report report = new Report(ABOUT);
        for (Problem problem : scene.table().problems()) {
            Optional<Written> culprit = scene.resource(problem.culprit());
            if (culprit.isPresent() && !subjects.contains(culprit.get().subject())) {
                report.add(
                        culprit.get(),
                        culprit.get().place(),
                        problem.what(),
                        "Emissary posts an error, and nothing in the cluster tells so",
                        "see what gatehouse routes makes of it");
            }
        }
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(report.findings());
        return all;
    }
}

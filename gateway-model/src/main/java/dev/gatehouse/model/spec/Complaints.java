package dev.gatehouse.model.spec;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what the checks of a spec find. For one thread. */
final class Complaints {
    private final List<Finding> findings = new ArrayList<>();

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    void error(RuleId rule, String subject, String what, String why, String fix) {
        add(rule, Severity.ERROR, subject, what, why, fix);
    }

    void warning(RuleId rule, String subject, String what, String why, String fix) {
        add(rule, Severity.WARNING, subject, what, why, fix);
    }

    void note(RuleId rule, String subject, String what, String why, String fix) {
        add(rule, Severity.NOTE, subject, what, why, fix);
    }

    /** Reports the names of a list that nobody knows or that stand twice. */
    void names(RuleId rule, String subject, String kind, Collection<String> names, List<String> known) {
        Set<String> seen = new HashSet<>();
        Set<String> all = new HashSet<>(known);
        int index = 0;
        for (String name : names) {
            String where = subject + "[" + index++ + "]";
            if (!seen.add(name)) {
                error(rule, where, kind + " '" + name + "' stands twice in " + subject, "", "keep one of them");
            }
            if (!all.contains(name)) {
                name(rule, where, kind, name, known);
            }
        }
    }

    /** Reports a name that nobody knows. */
    void name(RuleId rule, String subject, String kind, String name, List<String> known) {
        if (!known.contains(name)) {
            error(
                    rule,
                    subject,
                    "unknown " + kind + " '" + name + "'" + Nearest.hint(name, known),
                    "",
                    known.isEmpty()
                            ? "name one that the spec has"
                            : (known.size() == 1 ? "write " : "write one of ") + String.join(", ", known));
        }
    }

    private void add(RuleId rule, Severity severity, String subject, String what, String why, String fix) {
        findings.add(new Finding(rule, severity, Place.ofBuilder(), subject, what, why, fix));
    }
}

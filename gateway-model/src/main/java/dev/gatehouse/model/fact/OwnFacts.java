package dev.gatehouse.model.fact;

import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.finding.Nearest;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.unit.Dimension;
import dev.gatehouse.model.unit.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What somebody's own facts must observe to stand over others. */
final class OwnFacts {
    private OwnFacts() {}

    static void check(Facts base, Collection<Sheet> own) {
        List<Fact> facts = own.stream().flatMap(sheet -> sheet.facts().stream()).toList();
        TreeSet<String> kinds = new TreeSet<>(base.kinds());
        own.forEach(sheet -> kinds.add(sheet.kind()));
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.get(i);
            base.everything()
                    .filter(other -> isOver(fact, other))
                    .findFirst()
                    .ifPresent(other -> over(fact, other, findings));
            facts.subList(0, i).stream()
                    .filter(other -> isOver(fact, other))
                    .findFirst()
                    .ifPresent(other -> twice(fact, other, findings));
            fact.to()
                    .filter(to -> !kinds.contains(to))
                    .ifPresent(to -> findings.add(finding(
                            FactRules.UNKNOWN_KIND,
                            fact,
                            "unknown kind '" + to + "'" + Nearest.hint(to, kinds),
                            "a link leads to a component that has a sheet",
                            "correct it, or write a sheet for it")));
        }
        if (!findings.isEmpty()) {
            throw new InvalidInputException(findings);
        }
    }

    private static boolean isOver(Fact fact, Fact other) {
        return fact.key().equals(other.key()) && fact.window().overlaps(other.window());
    }

    private static void over(Fact fact, Fact other, List<Finding> findings) {
        if (fact.reason().isEmpty()) {
            findings.add(finding(
                    FactRules.NO_REASON,
                    fact,
                    fact.id() + " stands over ours without a reason",
                    "ours says: " + other.text() + " (" + other.evidence().described() + ")",
                    "add reason: and why it differs for you"));
        }
        Optional<Dimension> mine = dimension(fact);
        Optional<Dimension> theirs = dimension(other);
        if (mine.isPresent() && theirs.isPresent() && !mine.equals(theirs)) {
            findings.add(finding(
                    FactRules.OTHER_DIMENSION,
                    fact,
                    fact.id() + " is " + mine.get().words() + ", but ours is "
                            + theirs.get().words(),
                    "what reads the fact could not use it",
                    "write it like " + theirs.get().example()));
        }
    }

    private static void twice(Fact fact, Fact other, List<Finding> findings) {
        findings.add(finding(
                FactRules.OVERLAP,
                fact,
                fact.id() + " says two things on one day; the other stands at " + other.place(),
                "a day has one answer",
                "remove one, or part them with since: and until:"));
    }

    private static Optional<Dimension> dimension(Fact fact) {
        return Stream.of(fact.value(), fact.min())
                .flatMap(Optional::stream)
                .map(Quantity::dimension)
                .findFirst();
    }

    private static Finding finding(RuleId rule, Fact fact, String what, String why, String fix) {
        return new Finding(rule, Severity.ERROR, fact.place(), fact.id().toString(), what, why, fix);
    }
}

package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Topology;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Folds designs into a comparison: cells first, then what only the table as a whole can tell. */
final class ComparisonFold {
    private final PlatformSpec spec;
    private final Facts facts;
    private final List<Design> designs;
    private final LocalDate asOf;
    private final LocalDate today;

    ComparisonFold(PlatformSpec spec, Facts facts, List<Design> designs, LocalDate asOf, LocalDate today) {
        if (designs.isEmpty()) {
            throw new IllegalArgumentException("a comparison needs at least one design");
        }
        this.spec = spec;
        this.facts = facts;
        this.designs = List.copyOf(designs);
        this.asOf = asOf;
        this.today = today;
    }

    Comparison comparison() {
        List<Candidate> then = candidates(asOf);
        List<Candidate> now = asOf.isBefore(today) ? candidates(today) : then;
        Cures cures = new Cures(spec, facts.asOf(asOf), then);
        List<DesignAnswer> answers = new ArrayList<>();
        for (int at = 0; at < then.size(); at++) {
            List<Cell> cells =
                    Changes.told(cures.cured(then.get(at)), now.get(at).cells(), asOf, today);
            answers.add(answer(then.get(at).topology(), cells));
        }
        List<String> rows = rows(answers);
        return new Comparison(
                spec, facts.asOf(asOf), asOf, rows, answers, Study.answers(facts, today), VerdictLine.of(answers));
    }

    private List<Candidate> candidates(LocalDate day) {
        Facts seen = facts.asOf(day);
        return designs.stream().map(design -> Candidate.of(spec, seen, design)).toList();
    }

    private DesignAnswer answer(Topology topology, List<Cell> unwaived) {
        List<Cell> cells = unwaived.stream()
                .map(cell -> Waived.on(cell, spec, topology.design().id(), today))
                .toList();
        return new DesignAnswer(
                topology,
                cells,
                LimitFold.limits(topology),
                MeasureFold.measures(topology),
                Findings.of(topology, cells));
    }

    /** The rows that some design was asked, in the order of the table. */
    private static List<String> rows(List<DesignAnswer> answers) {
        return Questions.ALL.stream()
                .map(Question::row)
                .filter(row -> answers.stream()
                        .flatMap(answer -> answer.row(row).stream())
                        .anyMatch(cell -> cell.state() != State.NOT_ASKED))
                .toList();
    }
}

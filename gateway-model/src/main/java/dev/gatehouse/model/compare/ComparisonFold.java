package dev.gatehouse.model.compare;

import dev.gatehouse.model.cost.Cost;
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
        List<Columns.Column> then = columns(asOf);
        List<Columns.Column> now = asOf.isBefore(today) ? columns(today) : then;
        List<DesignAnswer> answers = new ArrayList<>();
        for (int at = 0; at < then.size(); at++) {
            List<Cell> cells = Changes.told(then.get(at).cells(), now.get(at).cells(), asOf, today);
            answers.add(answer(
                    new Columns.Column(
                            then.get(at).topology(), cells, then.get(at).perMonth()),
                    then));
        }
        List<String> rows = rows(answers);
        return new Comparison(
                spec, facts.asOf(asOf), asOf, rows, answers, Study.answers(facts, today), VerdictLine.of(answers));
    }

    private List<Columns.Column> columns(LocalDate day) {
        Facts seen = facts.asOf(day);
        return designs.stream()
                .map(design -> column(design.realize(spec, seen)))
                .toList();
    }

    private static Columns.Column column(Topology topology) {
        return new Columns.Column(
                topology,
                new CellFold(topology).cells(),
                Cost.unshared(topology).perMonth());
    }

    private DesignAnswer answer(Columns.Column column, List<Columns.Column> all) {
        String design = column.topology().design().id();
        List<Cell> cells = column.cells().stream()
                .map(cell -> Columns.cured(cell, design, all))
                .map(cell -> Waived.on(cell, spec, design, today))
                .toList();
        return new DesignAnswer(
                column.topology(),
                cells,
                LimitFold.limits(column.topology()),
                MeasureFold.measures(column.topology()),
                Findings.of(column.topology(), cells));
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

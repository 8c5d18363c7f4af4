package dev.gatehouse.model.compare;

import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.finding.Place;
import dev.gatehouse.model.finding.RuleId;
import dev.gatehouse.model.finding.Severity;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A finding for each broken cell; one that is waived is a note. */
final class Findings {
    private Findings() {}

    static List<Finding> of(Topology topology, List<Cell> cells) {
        return cells.stream()
                .filter(cell -> cell.outcome() instanceof Broken)
                .map(cell -> of(topology, cell, (Broken) cell.outcome()))
                .toList();
    }

    /** The rule of a row's broken cells. */
    static String rule(String row) {
        return question(row).rule();
    }

    private static Question question(String row) {
        return Questions.ALL.stream()
                .filter(question -> question.row().equals(row))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no question is called " + row));
    }

    private static Finding of(Topology topology, Cell cell, Broken broken) {
        EntryPath path = topology.paths().stream()
                .filter(each -> cell.entry().map(each.entry().name()::equals).orElse(true))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a cell names an entry that is not there"));
        Question question = question(cell.row());
        String where = cell.entry().map(entry -> " on entry " + entry).orElse("")
                + cell.model().map(model -> " for " + model).orElse("");
        return new Finding(
                new RuleId(question.rule()),
                cell.waiver().isPresent() ? Severity.NOTE : Severity.ERROR,
                Place.ofBuilder(),
                question.subject(path, cell.model().flatMap(topology.spec()::model)),
                cell.row() + where + ": " + broken.why(),
                why(topology, cell, broken),
                fix(broken));
    }

    private static String why(Topology topology, Cell cell, Broken broken) {
        String fact = cell.facts().isEmpty()
                ? "due to " + broken.dueTo()
                : "fact " + cell.facts().get(0).id() + " ("
                        + cell.evidence().map(Evidence::described).orElse("") + ")";
        Optional<String> waived = cell.waiver()
                .map(waiver -> "; waived until " + waiver.until() + " by " + waiver.by() + ": " + waiver.reason());
        return "design " + topology.design().id() + ", " + fact + waived.orElse("");
    }

    private static String fix(Broken broken) {
        return broken.cures().isEmpty()
                ? "no legal path and no word in the spec keeps it without losing something else: take the promise back,"
                        + " or waive it"
                : broken.cures().stream().map(Cure::told).collect(Collectors.joining("; or "));
    }
}

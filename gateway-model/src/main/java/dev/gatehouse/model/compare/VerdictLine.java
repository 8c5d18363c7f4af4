package dev.gatehouse.model.compare;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One line for people: who keeps everything, on how many conditions of yours, and what the nearest miss lacks. */
final class VerdictLine {
    private VerdictLine() {}

    static String of(List<DesignAnswer> answers) {
        List<DesignAnswer> ranked = answers.stream().sorted(Ranking.BEST_FIRST).toList();
        List<DesignAnswer> whole = ranked.stream()
                .filter(answer -> answer.count(State.BROKEN) == 0)
                .toList();
        Optional<DesignAnswer> miss =
                ranked.stream().filter(answer -> answer.count(State.BROKEN) > 0).findFirst();
        String kept = whole.isEmpty()
                ? "no design keeps every promise"
                : whole.stream().map(VerdictLine::keeps).collect(Collectors.joining("; "));
        return kept + miss.map(answer -> "; nearest miss: " + misses(answer)).orElse("");
    }

    private static String keeps(DesignAnswer answer) {
        int yours = answer.conditionsOfYours().size();
        long unknown = answer.count(State.UNKNOWN);
        return answer.design().id() + " keeps every promise"
                + (unknown == 0 ? "" : " that is decided (" + unknown + " unknown)")
                + (yours == 0
                        ? ""
                        : yours == 1 ? ", on 1 condition of yours" : ", on " + yours + " conditions of yours");
    }

    private static String misses(DesignAnswer answer) {
        List<Cell> broken = answer.cells().stream()
                .filter(cell -> cell.state() == State.BROKEN)
                .toList();
        String rows = broken.stream().map(Cell::row).distinct().collect(Collectors.joining(", "));
        Optional<String> cure = broken.stream()
                .map(Cell::outcome)
                .filter(Broken.class::isInstance)
                .map(Broken.class::cast)
                .flatMap(each -> each.cures().stream())
                .map(Cure::told)
                .findFirst();
        return answer.design().id() + " breaks " + rows
                + cure.map(text -> " (cure: " + text + ")").orElse("");
    }
}

package dev.gatehouse.cli;

import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.Comparison;
import dev.gatehouse.model.compare.State;
import java.util.List;

/** From which state on a comparison ends with status 1. A waived cell fails nothing. */
enum FailOn {
    NOTHING,
    BROKEN,
    CONDITIONAL;

    static FailOn of(String command, String word) {
        if (word.isEmpty()) {
            return NOTHING;
        }
        return Choice.of(command, "state", word, List.of("broken", "conditional"))
                        .equals("broken")
                ? BROKEN
                : CONDITIONAL;
    }

    boolean isMetBy(Comparison comparison) {
        return comparison.designs().stream()
                .flatMap(answer -> answer.cells().stream())
                .noneMatch(this::fails);
    }

    private boolean fails(Cell cell) {
        return switch (this) {
            case NOTHING -> false;
            case BROKEN -> cell.state() == State.BROKEN && cell.waiver().isEmpty();
            case CONDITIONAL ->
                cell.state().compareTo(State.CONDITIONAL) >= 0 && cell.waiver().isEmpty();
        };
    }
}

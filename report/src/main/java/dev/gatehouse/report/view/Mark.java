package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.Kept;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.topology.Condition;
import java.util.List;
import java.util.Optional;

/**
 * What a table shows of one or several cells: the worst of them.
 *
 * @param state the worst state
 * @param yours how many different conditions of yours they have
 * @param waived whether somebody answers for every broken one
 * @param today the worst of what they come to today, where that differs from {@code state}
 * @param models the models that are as bad as that, where others of which it is asked are better; else empty
 */
public record Mark(State state, int yours, boolean waived, Optional<State> today, List<String> models) {
    /** Copies {@code models}. */
    public Mark {
        models = List.copyOf(models);
    }

    static Mark of(List<Cell> cells) {
        State worst = worst(cells);
        List<Cell> as = cells.stream().filter(cell -> cell.state() == worst).toList();
        State today = cells.stream()
                .map(cell -> cell.change().map(Cell.Change::today).orElse(cell.state()))
                .reduce(State.NOT_ASKED, State::worse);
        long yours = cells.stream()
                .flatMap(cell -> conditions(cell).stream())
                .filter(Condition::isYours)
                .distinct()
                .count();
        long asked =
                cells.stream().filter(cell -> cell.state() != State.NOT_ASKED).count();
        boolean some =
                as.size() < asked && as.stream().allMatch(cell -> cell.model().isPresent());
        return new Mark(
                worst,
                Math.toIntExact(yours),
                worst == State.BROKEN
                        && as.stream().allMatch(cell -> cell.waiver().isPresent()),
                Optional.of(today).filter(state -> state != worst),
                some
                        ? as.stream()
                                .flatMap(cell -> cell.model().stream())
                                .distinct()
                                .toList()
                        : List.of());
    }

    static State worst(List<Cell> cells) {
        return cells.stream().map(Cell::state).reduce(State.NOT_ASKED, State::worse);
    }

    private static List<Condition> conditions(Cell cell) {
        return cell.outcome() instanceof Kept kept ? kept.conditions() : List.of();
    }

    /** In a word or three, with a sign that tells it apart without colour: {@code ! 2 of yours}. */
    public String text() {
        String word = switch (state) {
            case NOT_ASKED -> "not asked";
            case KEPT -> "kept";
            case CONDITIONAL -> yours + " of yours";
            case UNKNOWN -> "unknown";
            case BROKEN -> waived ? "waived" : "broken";
        };
        return Labels.sign(state) + " " + word + (today.isPresent() ? "*" : "");
    }
}

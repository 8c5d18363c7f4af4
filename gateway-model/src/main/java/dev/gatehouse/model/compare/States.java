package dev.gatehouse.model.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The cells of one path by what they answer, to be asked for what another path's cells ask. */
final class States {
    private record Place(String row, Optional<String> entry, Optional<String> model) {}

    private final Map<Place, State> byModel = new HashMap<>();
    private final Map<Place, State> worst = new HashMap<>();

    private States() {}

    static States of(List<Cell> cells) {
        States states = new States();
        for (Cell cell : cells) {
            states.byModel.put(new Place(cell.row(), cell.entry(), cell.model()), cell.state());
            states.worst.merge(new Place(cell.row(), cell.entry(), Optional.empty()), cell.state(), State::worse);
        }
        return states;
    }

    /**
     * What the path says to the question of {@code cell}: of the same model or of every model; for a cell of every
     * model the worst of the entry.
     */
    State of(Cell cell) {
        Optional<String> any = Optional.empty();
        Place entry = new Place(cell.row(), cell.entry(), any);
        if (cell.model().isEmpty()) {
            return worst.getOrDefault(entry, State.NOT_ASKED);
        }
        State own = byModel.get(new Place(cell.row(), cell.entry(), cell.model()));
        return own != null ? own : Objects.requireNonNullElse(byModel.get(entry), State.NOT_ASKED);
    }
}

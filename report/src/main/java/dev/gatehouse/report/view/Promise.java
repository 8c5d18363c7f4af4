package dev.gatehouse.report.view;

import dev.gatehouse.model.compare.Broken;
import dev.gatehouse.model.compare.Cell;
import dev.gatehouse.model.compare.DesignAnswer;
import dev.gatehouse.model.compare.Kept;
import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.hop.HopKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who keeps a promise in one design, or who breaks it.
 *
 * @param row the promise
 * @param state what it comes to
 * @param hop who keeps or breaks it; empty: the path as a whole
 * @param entries where that is so, if it is not so everywhere
 */
public record Promise(String row, State state, Optional<HopKind> hop, List<String> entries) {
    private record Key(String row, State state, Optional<HopKind> hop) {}

    /** Copies {@code entries}. */
    public Promise {
        entries = List.copyOf(entries);
    }

    /** The promises of a design that are kept or broken, in the order of its cells. */
    public static List<Promise> of(DesignAnswer answer) {
        Map<Key, List<String>> entries = new LinkedHashMap<>();
        for (Cell cell : answer.cells()) {
            who(cell).ifPresent(key -> {
                List<String> names = entries.computeIfAbsent(key, any -> new ArrayList<>());
                cell.entry().filter(name -> !names.contains(name)).ifPresent(names::add);
            });
        }
        return entries.entrySet().stream()
                .map(one -> promise(answer, one.getKey(), one.getValue()))
                .toList();
    }

    private static Promise promise(DesignAnswer answer, Key key, List<String> names) {
        boolean everywhere = answer.row(key.row()).stream()
                .filter(cell -> cell.state() != State.NOT_ASKED)
                .flatMap(cell -> cell.entry().stream())
                .allMatch(names::contains);
        return new Promise(key.row(), key.state(), key.hop(), everywhere ? List.of() : names);
    }

    private static Optional<Key> who(Cell cell) {
        if (cell.outcome() instanceof Kept kept) {
            return Optional.of(new Key(cell.row(), cell.state(), kept.keeper()));
        }
        return cell.outcome() instanceof Broken broken
                ? Optional.of(new Key(cell.row(), cell.state(), Optional.of(broken.dueTo())))
                : Optional.empty();
    }

    /** The row, and the entries where it is not so for all. */
    public String text() {
        return row + (entries.isEmpty() ? "" : " (" + String.join(", ", entries) + ")");
    }
}

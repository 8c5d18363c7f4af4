package dev.gatehouse.model.explore;

import dev.gatehouse.model.compare.State;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.PathDifference;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A design and the paths nearest to it.
 *
 * @param of the design
 * @param nearest those that take the fewest steps, of equals the better ranked first, all with a hosted zone if the
 *     design has one, and else without; at most {@link #MOST}
 */
public record Neighbours(ExploredPath of, List<Neighbour> nearest) {
    /** How many neighbours of a design are told. */
    public static final int MOST = 5;

    /** Copies {@code nearest}. */
    public Neighbours {
        nearest = List.copyOf(nearest);
    }

    /** @param ranked every path, best first */
    static Neighbours of(ExploredPath design, List<ExploredPath> ranked) {
        record Near(ExploredPath path, int steps) {}
        return new Neighbours(
                design,
                ranked.stream()
                        .filter(path -> hasZone(path) == hasZone(design) && !path.equals(design))
                        .map(path -> new Near(path, PathDifference.steps(design.kinds(), path.kinds())))
                        .sorted(Comparator.comparingInt(Near::steps))
                        .limit(MOST)
                        .map(near -> neighbour(design, near.path()))
                        .toList());
    }

    private static boolean hasZone(ExploredPath path) {
        return path.kinds().contains(HopKind.HOSTED_ZONE);
    }

    static Neighbour neighbour(ExploredPath design, ExploredPath path) {
        Map<Question, State> here = worst(design);
        Map<Question, State> there = worst(path);
        return new Neighbour(
                path,
                PathDifference.between(design.kinds(), path.kinds()),
                path.cost().over(design.cost()),
                rows(here, Neighbours::isKept, there, State.BROKEN::equals),
                rows(here, State.BROKEN::equals, there, Neighbours::isKept),
                rows(here, Neighbours::isKept, there, State.UNKNOWN::equals));
    }

    private static boolean isKept(State state) {
        return state == State.KEPT || state == State.CONDITIONAL;
    }

    /** A row of one entry, or of the platform. */
    private record Question(String row, Optional<String> entry) {}

    /** The worst cell of each question, in the order of the table: models may be told apart on one path only. */
    private static Map<Question, State> worst(ExploredPath path) {
        Map<Question, State> worst = new LinkedHashMap<>();
        path.answer()
                .cells()
                .forEach(cell -> worst.merge(new Question(cell.row(), cell.entry()), cell.state(), State::worse));
        return worst;
    }

    private static List<String> rows(
            Map<Question, State> here, Predicate<State> isHere, Map<Question, State> there, Predicate<State> isThere) {
        return here.entrySet().stream()
                .filter(question -> isHere.test(question.getValue())
                        && isThere.test(there.getOrDefault(question.getKey(), State.NOT_ASKED)))
                .map(question -> question.getKey().row())
                .distinct()
                .toList();
    }

    /** The neighbour of that id among those told. */
    public Optional<Neighbour> to(String id) {
        return nearest.stream()
                .filter(neighbour -> neighbour.path().design().id().equals(id))
                .findFirst();
    }
}

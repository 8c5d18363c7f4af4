package dev.gatehouse.model.explore;

import dev.gatehouse.model.compare.PromiseChange;
import dev.gatehouse.model.topology.DesignSpace;
import dev.gatehouse.model.topology.PathDifference;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /**
     * @param space the legal paths
     * @param ranked the same, best first
     */
    static Neighbours of(ExploredPath design, DesignSpace space, List<ExploredPath> ranked) {
        Map<String, Integer> steps = space.near(design.design()).stream()
                .collect(Collectors.toMap(near -> near.design().id(), DesignSpace.Near::steps));
        return new Neighbours(
                design,
                ranked.stream()
                        .filter(path -> steps.containsKey(path.design().id()))
                        .sorted(Comparator.comparing(
                                path -> steps.get(path.design().id())))
                        .limit(MOST)
                        .map(path -> neighbour(design, path))
                        .toList());
    }

    static Neighbour neighbour(ExploredPath design, ExploredPath path) {
        return new Neighbour(
                path,
                PathDifference.between(design.kinds(), path.kinds()),
                path.cost().over(design.cost()),
                PromiseChange.between(design.answer(), path.answer()));
    }

    /** The neighbour of that id among those told. */
    public Optional<Neighbour> to(String id) {
        return nearest.stream()
                .filter(neighbour -> neighbour.path().design().id().equals(id))
                .findFirst();
    }
}

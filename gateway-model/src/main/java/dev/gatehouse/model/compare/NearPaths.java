package dev.gatehouse.model.compare;

import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.DesignSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** The legal paths around a design, the nearest first, each tried when somebody asks for paths as far away as it is. */
final class NearPaths {
    /**
     * Of two paths equally near: fewest broken promises, then unknown ones, then conditions of yours, then the cheaper.
     */
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingLong(
                    (Candidate path) -> path.count(State.BROKEN))
            .thenComparingLong(path -> path.count(State.UNKNOWN))
            .thenComparingInt(Candidate::yours)
            .thenComparing(path -> path.cost().perMonth().isEmpty())
            .thenComparing(path -> path.cost().known())
            .thenComparing(path -> path.design().id());

    /** How many changes away a path is looked for: one that takes more is another design, which the table shows. */
    static final int FARTHEST = 3;

    private final Candidate own;
    private final List<DesignSpace.Near> near;
    private final Function<Design, Candidate> tries;
    private final Map<String, Candidate.Loss> losses = new HashMap<>();

    NearPaths(Candidate own, List<DesignSpace.Near> near, Function<Design, Candidate> tries) {
        this.own = own;
        this.near = List.copyOf(near);
        this.tries = tries;
    }

    /** What of all that the design keeps the path does not. */
    Candidate.Loss loss(Candidate path) {
        return losses.computeIfAbsent(path.design().id(), id -> path.loss(own));
    }

    /** Those that are wanted among the nearest where any is, best first; none if no legal path is wanted. */
    List<Candidate> nearest(Predicate<Candidate> wanted) {
        List<Candidate> found = new ArrayList<>();
        int reached = 0;
        for (DesignSpace.Near path : near) {
            if (path.steps() > FARTHEST || (path.steps() > reached && !found.isEmpty())) {
                break;
            }
            reached = path.steps();
            Candidate candidate = tries.apply(path.design());
            if (wanted.test(candidate)) {
                found.add(candidate);
            }
        }
        return found.stream().sorted(BEST_FIRST).toList();
    }
}

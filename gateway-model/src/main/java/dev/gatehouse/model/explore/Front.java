package dev.gatehouse.model.explore;

import dev.gatehouse.model.unit.Share;
import java.util.List;
import java.util.Optional;

/**
 * The Pareto front: the paths than which no other is better in something and as good in everything. Each is held
 * against each other, which is cheap for about a hundred.
 */
final class Front {
    private Front() {}

    static List<ExploredPath> of(List<ExploredPath> paths) {
        return paths.stream()
                .filter(path -> paths.stream().noneMatch(other -> dominates(other, path)))
                .toList();
    }

    /** Whether one path is as good as the other in everything that paths are ranked by, and better in something. */
    static boolean dominates(ExploredPath one, ExploredPath other) {
        return isNoWorse(one, other) && !isNoWorse(other, one);
    }

    private static boolean isNoWorse(ExploredPath one, ExploredPath other) {
        return one.broken() <= other.broken()
                && one.unknown() <= other.unknown()
                && one.yours() <= other.yours()
                && one.hops() <= other.hops()
                && isNoDearer(one, other)
                && isNoLessAvailable(one.standing().share(), other.standing().share())
                && isNoSlower(one, other);
    }

    /** A cost that is known in part is worse than a known one; of two such costs the known parts are compared. */
    private static boolean isNoDearer(ExploredPath one, ExploredPath other) {
        return one.perMonth().isPresent() == other.perMonth().isPresent()
                ? one.atLeast().compareTo(other.atLeast()) <= 0
                : one.perMonth().isPresent();
    }

    private static boolean isNoLessAvailable(Optional<Share> one, Optional<Share> other) {
        return other.isEmpty()
                || one.filter(share -> share.compareTo(other.get()) >= 0).isPresent();
    }

    /** Whether both ends of the interval are no later; a path with hops of unknown time may be faster than it seems. */
    private static boolean isNoSlower(ExploredPath one, ExploredPath other) {
        if (!one.latency().without().equals(other.latency().without())) {
            return false;
        }
        return one.standing().low().compareTo(other.standing().low()) <= 0
                && one.standing().high().compareTo(other.standing().high()) <= 0;
    }
}

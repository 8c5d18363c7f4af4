package dev.gatehouse.model.explore;

import dev.gatehouse.model.unit.Share;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which path comes first: fewest broken promises, then unknown ones, then conditions of yours, then the cheapest, the
 * fastest by the middle of its interval, the one with the highest service level, the shortest. What is not known comes
 * last among equals; of two costs that are known in part the known parts are compared.
 */
final class Order {
    static final Comparator<ExploredPath> BEST_FIRST = Comparator.comparingInt(ExploredPath::broken)
            .thenComparingInt(ExploredPath::unknown)
            .thenComparingInt(ExploredPath::yours)
            .thenComparing(path -> path.perMonth().isEmpty())
            .thenComparing(ExploredPath::atLeast)
            .thenComparing(Order::middle, knownFirst(Comparator.<Duration>naturalOrder()))
            .thenComparing(path -> path.standing().share(), knownFirst(Comparator.<Share>reverseOrder()))
            .thenComparingInt(ExploredPath::hops)
            .thenComparing(path -> path.design().id());

    private Order() {}

    /** The middle of the interval; not known where a hop has none. */
    private static Optional<Duration> middle(ExploredPath path) {
        return path.latency().without().isEmpty()
                ? Optional.of(path.standing().low().plus(path.standing().high()).dividedBy(2))
                : Optional.empty();
    }

    private static <T> Comparator<Optional<T>> knownFirst(Comparator<T> known) {
        return (one, other) -> {
            if (one.isPresent() && other.isPresent()) {
                return known.compare(one.get(), other.get());
            }
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        };
    }
}

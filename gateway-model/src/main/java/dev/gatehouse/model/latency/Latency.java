package dev.gatehouse.model.latency;

import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an entry's path adds to an answer's time, as an interval: at the median, on a warm connection, in one Region,
 * without the model's own time and without the internet.
 *
 * <p>AWS publishes no latency of a hop, so a single number would be an invention, and an interval says how far the
 * assumptions reach.
 *
 * @param entry the name of the entry
 * @param items what each hop adds, edge first
 * @param without the hops in front of the model of which no interval is known; the sum says nothing about them
 */
public record Latency(String entry, List<AddedTime> items, List<HopKind> without) {
    /** Copies both lists. */
    public Latency {
        items = List.copyOf(items);
        without = List.copyOf(without);
    }

    /** The interval of an entry's path. */
    public static Latency of(Topology topology, EntryPath path) {
        return LatencyFold.latency(topology, path);
    }

    /** The least that the path adds; empty if no hop has an interval. */
    public Optional<Duration> low() {
        return sum(AddedTime::low);
    }

    /** The most that the path adds; empty if no hop has an interval. */
    public Optional<Duration> high() {
        return sum(AddedTime::high);
    }

    /** The interval of the whole path; empty if no hop has one. */
    public Optional<Interval> interval() {
        return low().flatMap(low -> high().map(high -> new Interval(low, high)));
    }

    /** What the interval would be without facts of one's own; empty if none of these has a part in it. */
    public Optional<Interval> before() {
        return items.stream().anyMatch(item -> item.instead().isPresent())
                ? Optional.of(new Interval(
                        total(items, item -> item.instead().map(Interval::low).orElse(item.low())),
                        total(items, item -> item.instead().map(Interval::high).orElse(item.high()))))
                : Optional.empty();
    }

    /** How much narrower facts of one's own make the interval; below 0 if they widen it, empty if there are none. */
    public Optional<Duration> narrowedBy() {
        return before().flatMap(before -> interval().map(now -> before.width().minus(now.width())));
    }

    /** How the interval is known: as weak as the weakest hop's; empty if no hop has one. */
    public Optional<Evidence> evidence() {
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Evidence.weakest(items.stream().map(AddedTime::evidence).toList()));
    }

    /** The facts that it rests on, edge first, each once. */
    public List<Fact> facts() {
        return items.stream().map(AddedTime::fact).distinct().toList();
    }

    /**
     * Which of two paths is faster. What both have in common cancels, for it is the same unknown number in both; what
     * is left decides only if the intervals do not overlap.
     */
    public Race against(Latency other) {
        List<AddedTime> mine = unshared(items, other.items);
        List<AddedTime> theirs = unshared(other.items, items);
        boolean known = unshared(without, other.without).isEmpty()
                && unshared(other.without, without).isEmpty();
        if (!known) {
            return Race.UNDECIDED;
        }
        if (mine.isEmpty() && theirs.isEmpty()) {
            return Race.SAME;
        }
        if (isNeverLater(mine, theirs)) {
            return Race.FASTER;
        }
        return isNeverLater(theirs, mine) ? Race.SLOWER : Race.UNDECIDED;
    }

    /** Whether the one ends where the other begins or earlier, and not always at the same time. */
    private static boolean isNeverLater(List<AddedTime> one, List<AddedTime> other) {
        return total(one, AddedTime::high).compareTo(total(other, AddedTime::low)) <= 0
                && total(one, AddedTime::low).compareTo(total(other, AddedTime::high)) < 0;
    }

    private static <T> List<T> unshared(List<T> own, List<T> other) {
        return own.stream().filter(each -> !other.contains(each)).toList();
    }

    private Optional<Duration> sum(Function<AddedTime, Duration> of) {
        return items.isEmpty() ? Optional.empty() : Optional.of(total(items, of));
    }

    private static Duration total(List<AddedTime> items, Function<AddedTime, Duration> of) {
        return items.stream().map(of).reduce(Duration.ZERO, Duration::plus);
    }
}

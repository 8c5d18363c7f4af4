package dev.gatehouse.model.latency;

import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Section;
import dev.gatehouse.model.hop.Hop;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Quantity;
import dev.gatehouse.model.unit.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One round trip between clients near a Region and the platform's Region, over the internet and by the path. It is no
 * part of {@link Latency}: a call takes one on a warm connection and several on a new one.
 *
 * @param from the Region that the clients are nearest to
 * @param to the platform's Region
 * @param plain over the internet; empty if no sheet knows the pair
 * @param path by the path, which an accelerator shortens; empty if no sheet knows the pair
 * @param facts what it rests on: the pair's round trip, then the accelerator's gain where the path has one
 */
public record Distance(String from, String to, Optional<Interval> plain, Optional<Interval> path, List<Fact> facts) {
    /** The sheet of round trips, by pair of Regions. */
    private static final String SHEET = "internet";

    private static final String ID = "round-trip-from-";

    /** Copies {@code facts}. */
    public Distance {
        facts = List.copyOf(facts);
    }

    /** From every place that a sheet knows any round trip of, in the order of their names. */
    public static List<Distance> of(Topology topology, EntryPath path) {
        return topology.facts().all(SHEET).stream()
                .filter(fact -> fact.section() == Section.LATENCY)
                .map(fact -> fact.id().id())
                .filter(id -> id.startsWith(ID))
                .distinct()
                .map(id -> of(topology, path, id))
                .toList();
    }

    /** How it is known: as weak as its weakest fact; empty if the pair is not known. */
    public Optional<Evidence> evidence() {
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Evidence.weakest(facts.stream().map(Fact::evidence).toList()));
    }

    private static Distance of(Topology topology, EntryPath path, String id) {
        String to = topology.spec().region();
        String from = id.substring(ID.length());
        Optional<Fact> pair = topology.facts().find(SHEET, id, to);
        if (pair.isEmpty()) {
            return new Distance(from, to, Optional.empty(), Optional.empty(), List.of());
        }
        List<Fact> facts = new ArrayList<>(List.of(pair.get()));
        Interval plain = Interval.of(pair.get());
        Interval shorter = plain;
        for (Hop hop : path.onPath()) {
            Optional<Fact> gain = topology.known()
                    .fact(hop.kind(), "round-trip-gain")
                    .filter(fact -> fact.section() == Section.LATENCY);
            if (gain.isPresent()) {
                facts.add(gain.get());
                shorter = shortened(shorter, gain.get());
            }
        }
        return new Distance(from, to, Optional.of(plain), Optional.of(shorter), facts);
    }

    /** With a gain of 0 % to 60 % of 65 to 95 ms, 26 to 95 ms are left. */
    private static Interval shortened(Interval plain, Fact gain) {
        Share least = gain.min().or(gain::value).map(Quantity::toShare).orElseThrow();
        Share most = gain.max().or(gain::value).map(Quantity::toShare).orElseThrow();
        return new Interval(left(plain.low(), most), left(plain.high(), least));
    }

    private static Duration left(Duration time, Share gain) {
        return Duration.ofNanos(BigDecimal.valueOf(time.toNanos())
                .multiply(BigDecimal.ONE.subtract(gain.fraction()))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}

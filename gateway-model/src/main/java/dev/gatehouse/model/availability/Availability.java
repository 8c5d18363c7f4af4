package dev.gatehouse.model.availability;

import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The published service levels of the hops that an entry's requests need, as one series: the product.
 *
 * <p>A level is the threshold below which a vendor gives credits; it is no measured availability, and levels that are
 * counted per request and per period do not compose exactly. With a firewall at 99.95 % and two balancers at 99.99 %
 * each the answer is 99.93 %, 30.7 minutes of a month of 730 hours.
 *
 * @param entry the name of the entry
 * @param items the hops with a level, edge first
 * @param without the hops of which nobody promises anything, edge first; the product says nothing about them
 * @param passed the hops that are no part of the series, because requests pass when they can't be asked
 */
public record Availability(String entry, List<ServiceLevel> items, List<HopKind> without, List<HopKind> passed) {
    /** What a product of service levels means, for whoever reads the number. */
    public static final String MEANING =
            "a service level is the mark below which a vendor gives back part of its own charge, on request;"
                    + " it is no measured availability and pays for none of your losses";

    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
    private static final int PERCENT_DIGITS = 3;

    /** Copies the lists. */
    public Availability {
        items = List.copyOf(items);
        without = List.copyOf(without);
        passed = List.copyOf(passed);
    }

    /** The availability of an entry's path as it is generated. */
    public static Availability of(Topology topology, EntryPath path) {
        return of(topology, path, Circumstances.of(topology, path));
    }

    /** The availability of an entry's path under other circumstances. */
    public static Availability of(Topology topology, EntryPath path, Circumstances circumstances) {
        return new SeriesFold(topology, circumstances).series(path);
    }

    /** The product of the levels, exact; empty if no hop has one. */
    public Optional<Share> share() {
        return items.stream()
                .map(item -> item.share().fraction())
                .reduce(BigDecimal::multiply)
                .map(fraction -> Share.ofPercent(fraction.movePointRight(2)));
    }

    /** The product in percent to three decimals, rounded down so that it never promises more than the levels do. */
    public Optional<BigDecimal> percent() {
        return share().map(share ->
                share.percent().setScale(PERCENT_DIGITS, RoundingMode.DOWN).stripTrailingZeros());
    }

    /** The minutes of a month that the product leaves unpromised, to one decimal, rounded up. */
    public Optional<BigDecimal> minutesPerMonth(BigDecimal hoursPerMonth) {
        return share().map(share -> BigDecimal.ONE
                .subtract(share.fraction())
                .multiply(hoursPerMonth)
                .multiply(MINUTES_PER_HOUR)
                .setScale(1, RoundingMode.CEILING));
    }

    /** The hop with the lowest level, of equals the first; empty if no hop has one. */
    public Optional<ServiceLevel> weakest() {
        return items.stream().min(Comparator.comparing(ServiceLevel::share));
    }

    /** How the product is known: as weak as the weakest level; empty if no hop has one. */
    public Optional<Evidence> evidence() {
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Evidence.weakest(facts().stream().map(Fact::evidence).toList()));
    }

    /** The facts that it rests on, edge first. */
    public List<Fact> facts() {
        return items.stream().map(ServiceLevel::fact).toList();
    }
}

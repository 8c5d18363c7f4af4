package dev.gatehouse.model.cost;

import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a design's own line items come to in a month, on the spec's average load.
 *
 * <p>The models' own pods and the cluster are no part of it; headers and what TLS adds to bodies are not counted.
 * Amounts are exact: round them where they are shown.
 *
 * @param terms what the month was reckoned with
 * @param items the lines, edge first, data out last
 */
public record Cost(CostTerms terms, List<LineItem> items) {
    private static final Money NOTHING = Money.ofDollars(0);

    /** Copies {@code items}. */
    public Cost {
        items = List.copyOf(items);
    }

    /** The cost of a month on the usual terms: of 730 hours, unless the facts say else. */
    public static Cost of(Topology topology) {
        return of(topology, CostTerms.of(topology.known()));
    }

    /** The cost of a month, and which model each line is due to. */
    public static Cost of(Topology topology, CostTerms terms) {
        Traffic traffic = Traffic.of(topology);
        List<LineItem> lines = new CostFold(new Bill(topology, terms, traffic)).lines();
        Attribution attribution = new Attribution(
                lines,
                topology.spec().models(),
                model -> new CostFold(new Bill(topology, terms, traffic.without(model))).lines());
        return new Cost(terms, attribution.attributed());
    }

    /** The lines of a month on the usual terms that are charged without any request, due to no model. */
    public static List<LineItem> standing(Topology topology) {
        return new CostFold(new Bill(topology, CostTerms.of(topology.known()), Traffic.of(topology)))
                .lines().stream().filter(LineItem::isStanding).toList();
    }

    /** As {@link #of(Topology)}, without saying which model a line is due to: much less work. */
    public static Cost unshared(Topology topology) {
        CostTerms terms = CostTerms.of(topology.known());
        return new Cost(terms, new CostFold(new Bill(topology, terms, Traffic.of(topology))).lines());
    }

    /** The total; empty if the price of any line is not known. */
    public Optional<Money> perMonth() {
        return unknown().isEmpty() ? Optional.of(known()) : Optional.empty();
    }

    /** What the lines with a known price come to: the total is at least that. */
    public Money known() {
        return sum(items.stream().flatMap(item -> item.amount().stream()));
    }

    /** The lines without a known price. */
    public List<LineItem> unknown() {
        return items.stream().filter(item -> item.amount().isEmpty()).toList();
    }

    /**
     * How much more this costs than another, or less where below 0; empty if one has a line without a known price that
     * the other has not: a line that both have in the same quantity is the same unknown number in both, and cancels.
     */
    public Optional<Money> over(Cost other) {
        return unknownLines().equals(other.unknownLines())
                ? Optional.of(known().plus(other.known().times(BigDecimal.ONE.negate())))
                : Optional.empty();
    }

    /** What is not known of the difference to another: the prices of the lines that make {@link #over} empty. */
    public List<String> unknownAgainst(Cost other) {
        Set<UnknownLine> own = unknownLines();
        Set<UnknownLine> theirs = other.unknownLines();
        return Stream.concat(
                        unknown().stream().filter(line -> !theirs.contains(UnknownLine.of(line))),
                        other.unknown().stream().filter(line -> !own.contains(UnknownLine.of(line))))
                .flatMap(line -> line.missing().stream())
                .distinct()
                .toList();
    }

    private record UnknownLine(HopKind hop, String item, BigDecimal quantity) {
        static UnknownLine of(LineItem line) {
            return new UnknownLine(line.hop(), line.item(), line.quantity());
        }
    }

    private Set<UnknownLine> unknownLines() {
        return unknown().stream().map(UnknownLine::of).collect(Collectors.toSet());
    }

    /** What is due to each model, by name; together exactly {@link #known()}. */
    public Map<String, Money> perModel() {
        Map<String, Money> models = new LinkedHashMap<>();
        items.forEach(item -> item.models().forEach((model, share) -> models.merge(model, share, Money::plus)));
        return models;
    }

    /** The line that costs most; empty if no price is known. */
    public Optional<LineItem> largest() {
        return items.stream()
                .filter(item -> item.amount().isPresent())
                .max(Comparator.comparing(item -> item.amount().orElse(NOTHING)));
    }

    /** How the known lines are known: as weak as the weakest; empty if none is. */
    public Optional<Evidence> evidence() {
        List<Evidence> all = items.stream()
                .filter(item -> item.amount().isPresent())
                .flatMap(item -> item.evidence().stream())
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(Evidence.weakest(all));
    }

    /** The facts that the lines rest on, those of the largest line first, each once. */
    public List<Fact> facts() {
        return Stream.concat(largest().stream(), items.stream())
                .flatMap(item -> item.facts().stream())
                .distinct()
                .toList();
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(NOTHING, Money::plus);
    }
}

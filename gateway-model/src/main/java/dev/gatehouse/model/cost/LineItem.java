package dev.gatehouse.model.cost;

import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.unit.Money;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of a bill: a quantity at one rate. A quantity that reaches into a second tier has a second line.
 *
 * @param hop what it is charged for
 * @param item the charge's name, such as {@code capacity-unit}
 * @param text how the quantity comes about, in words
 * @param quantity how many units, exact
 * @param unit the unit of the price: {@code hour}, {@code month}, {@code million}, {@code GB} of 10^9 bytes,
 *     {@code GiB} of 2^30
 * @param rate the price of one unit; empty if none is known
 * @param tier the usage that the rate is for, where the price has tiers
 * @param amount quantity times rate, exact; empty if no rate is known
 * @param models what of the amount is due to each model, by name; they add up to the amount exactly
 * @param facts the price first, then what the quantity rests on
 * @param missing which price is not known; empty if it is
 */
public record LineItem(
        HopKind hop,
        String item,
        String text,
        BigDecimal quantity,
        String unit,
        Optional<Money> rate,
        Optional<String> tier,
        Optional<Money> amount,
        Map<String, Money> models,
        List<Fact> facts,
        Optional<String> missing) {
    /** Copies both collections, in their order. */
    public LineItem {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        facts = List.copyOf(facts);
    }

    /**
     * How the line is known: as weak as its weakest fact. Of a line without an amount it is how the quantity is known;
     * empty if that rests on the spec alone.
     */
    public Optional<Evidence> evidence() {
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Evidence.weakest(facts.stream().map(Fact::evidence).toList()));
    }

    /**
     * Whether it is charged without any request: by the hour or month, capacity units apart, which follow the load. A
     * line without a price counts, for it may be.
     */
    public boolean isStanding() {
        boolean byTime = unit.equals("hour") || unit.equals("month");
        return amount.isEmpty() || (byTime && !item.contains("capacity-unit"));
    }

    /** Whether it is the same charge, be it at another tier. */
    boolean isSameCharge(LineItem other) {
        return hop.equals(other.hop) && item.equals(other.item);
    }

    LineItem dueTo(Map<String, Money> shares) {
        return new LineItem(hop, item, text, quantity, unit, rate, tier, amount, shares, facts, missing);
    }
}

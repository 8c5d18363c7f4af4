package dev.gatehouse.model.cost;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.topology.Known;
import dev.gatehouse.model.unit.Dimension;
import dev.gatehouse.model.unit.Money;
import dev.gatehouse.model.unit.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Prices charges in one Region on one day, tier by tier. A price of another Region or a later day is never used. */
final class PriceList {
    private static final Per ONE = new Per(1);
    private static final Per MILLION = new Per(1_000_000);
    private static final Per GB = new Per(1_000_000_000);
    private static final Per GIB = new Per(1L << 30);

    /**
     * What a price is per.
     *
     * @param size how many of the smallest unit
     * @param part one of the smallest unit, in this: exact, since every size is made of twos and fives
     */
    private record Per(BigDecimal size, BigDecimal part) {
        Per(long size) {
            this(BigDecimal.valueOf(size), BigDecimal.ONE.divide(BigDecimal.valueOf(size)));
        }

        /** How many of this so many of the smallest unit are, exact and without trailing zeros. */
        BigDecimal count(BigDecimal smallest) {
            return smallest.multiply(part).stripTrailingZeros();
        }
    }

    private final Known known;

    PriceList(Known known) {
        this.known = known;
    }

    /** The day from which prices are known; prices have no history. */
    static Optional<Fact> read(Known known) {
        return known.facts().find("traffic", "prices-read");
    }

    /** The lines of a charge; none if nothing is used. */
    List<LineItem> lines(Charge charge) {
        if (charge.missing().isPresent()) {
            return List.of(unpriced(
                    charge, charge.quantity(), ONE, "", charge.missing().get()));
        }
        if (charge.quantity().signum() == 0) {
            return List.of();
        }
        List<Fact> tiers = tiers(charge);
        if (tiers.isEmpty()) {
            return List.of(unpriced(charge, charge.quantity(), ONE, "", missing(charge)));
        }
        List<LineItem> lines = new ArrayList<>();
        BigDecimal priced = BigDecimal.ZERO;
        for (Fact tier : tiers) {
            BigDecimal from = tier.tierFrom().map(PriceList::base).orElse(BigDecimal.ZERO);
            BigDecimal to = tier.tierTo().map(PriceList::base).orElse(charge.quantity());
            BigDecimal within = charge.quantity().min(to).subtract(from);
            if (within.signum() > 0 && from.compareTo(priced) == 0) {
                lines.add(line(charge, within, tier));
                priced = priced.add(within);
            }
        }
        BigDecimal rest = charge.quantity().subtract(priced);
        if (rest.signum() > 0) {
            String per = tiers.get(0).per().orElse("");
            lines.add(unpriced(charge, rest, unit(per), per, beyond(charge)));
        }
        return lines;
    }

    /**
     * What a charge comes to at any load.
     *
     * @param none the charge without load
     * @param now the same charge at the spec's load
     */
    ChargeCurve curve(Charge none, Charge now) {
        if (now.missing().isPresent()) {
            return ChargeCurve.unknown(now, now.missing().get());
        }
        Curve quantity = now.usage().since(none.usage());
        List<Fact> tiers = tiers(now);
        Curve amount = Curve.zero();
        Ratio priced = Ratio.ZERO;
        Ratio knownTo = quantity.reaches(priced);
        for (Fact tier : tiers) {
            Ratio from = Ratio.of(tier.tierFrom().map(PriceList::base).orElse(BigDecimal.ZERO));
            if (from.equals(priced) && knownTo.compareTo(Curve.MOST) < 0) {
                Ratio rate = rate(tier);
                amount = amount.plus(
                        quantity.max(Curve.level(from)).minus(Curve.level(from)).times(rate));
                knownTo = Curve.MOST;
                if (tier.tierTo().isPresent()) {
                    priced = Ratio.of(base(tier.tierTo().get()));
                    amount = amount.minus(quantity.max(Curve.level(priced))
                            .minus(Curve.level(priced))
                            .times(rate));
                    knownTo = quantity.reaches(priced);
                }
            }
        }
        boolean whole = knownTo.equals(Curve.MOST);
        return new ChargeCurve(
                now.sheet(),
                now.price(),
                quantity,
                amount,
                knownTo,
                whole ? Optional.empty() : Optional.of(tiers.isEmpty() ? missing(now) : beyond(now)));
    }

    private static Ratio rate(Fact price) {
        return Ratio.of(price.value().map(Quantity::toMoney).orElseThrow().amount())
                .over(Ratio.of(unit(price.per().orElse("")).size()));
    }

    private List<Fact> tiers(Charge charge) {
        return read(known).isEmpty()
                ? List.of()
                : known.facts()
                        .prices(charge.sheet(), charge.price(), known.spec().region());
    }

    private static LineItem line(Charge charge, BigDecimal used, Fact price) {
        String per = price.per().orElse("");
        BigDecimal quantity = unit(per).count(used);
        Money rate = price.value().map(Quantity::toMoney).orElseThrow();
        return new LineItem(
                charge.hop(),
                charge.item(),
                charge.text(),
                quantity,
                per,
                Optional.of(rate),
                tier(price),
                Optional.of(rate.times(quantity)),
                Map.of(),
                Stream.concat(Stream.of(price), charge.basis().stream()).toList(),
                Optional.empty());
    }

    private static LineItem unpriced(Charge charge, BigDecimal used, Per unit, String per, String missing) {
        return new LineItem(
                charge.hop(),
                charge.item(),
                charge.text(),
                unit.count(used),
                per,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                charge.basis(),
                Optional.of(missing));
    }

    private String missing(Charge charge) {
        return "a price of " + name(charge)
                + (read(known).isEmpty()
                        ? " on " + known.facts().day() + ": prices have no history"
                        : " in " + known.spec().region());
    }

    private static String beyond(Charge charge) {
        return "a price of " + name(charge) + " for usage beyond its known tiers";
    }

    private static String name(Charge charge) {
        return charge.sheet() + "." + charge.price();
    }

    private static Optional<String> tier(Fact price) {
        return price.tierFrom()
                .map(from -> price.tierTo().map(to -> from + " to " + to).orElse("from " + from));
    }

    private static BigDecimal base(Quantity bound) {
        return bound.dimension() == Dimension.SIZE
                ? BigDecimal.valueOf(bound.toDataSize().bytes())
                : bound.toCount();
    }

    /** How many of the smallest unit one unit of a price is: what a GB is belongs to the price. */
    private static Per unit(String per) {
        return switch (per) {
            case "million" -> MILLION;
            case "GB" -> GB;
            case "GiB", "GiB-second" -> GIB;
            case "hour", "month" -> ONE;
            default -> throw new IllegalStateException("no charge of a hop is per '" + per + "'");
        };
    }
}

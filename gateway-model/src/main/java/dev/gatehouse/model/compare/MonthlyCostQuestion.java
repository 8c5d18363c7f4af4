package dev.gatehouse.model.compare;

import dev.gatehouse.model.cost.Cost;
import dev.gatehouse.model.cost.LineItem;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.MonthlyCostAtMost;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Money;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a design costs no more than asked. A price that is not known leaves the answer open, unless the known ones
 * are too much already.
 */
final class MonthlyCostQuestion implements Question.OfPlatform {
    static final String ROW = "monthly-cost";

    @Override
    public String row() {
        return ROW;
    }

    @Override
    public String rule() {
        return "GH-318";
    }

    @Override
    public String subject(EntryPath path, Optional<Model> model) {
        return "require.monthly-cost";
    }

    @Override
    public Optional<Answered> answer(Topology topology) {
        return topology.spec().requirements(MonthlyCostAtMost.class).stream()
                .min(Comparator.comparing(MonthlyCostAtMost::atMost))
                .map(asked -> answer(topology, Cost.unshared(topology), asked));
    }

    private static Answered answer(Topology topology, Cost cost, MonthlyCostAtMost promise) {
        Money asked = promise.atMost();
        List<Fact> facts = Stream.concat(
                        cost.facts().stream(), topology.facts().find("traffic", "prices-read").stream())
                .toList();
        Money known = cost.known();
        if (known.compareTo(asked) > 0) {
            HopKind dearest = cost.largest().map(LineItem::hop).orElseThrow();
            return new Answered(
                    new Broken(dearest, sentence(cost, asked), cures(topology.spec(), cost, promise)), facts);
        }
        if (cost.perMonth().isEmpty()) {
            return new Answered(new Unknown(unknown(cost)), facts);
        }
        return Answered.kept(sentence(cost, asked), List.of(), facts);
    }

    private static String sentence(Cost cost, Money asked) {
        String dearest = cost.largest()
                .map(line -> "; the largest line is " + line.hop() + " " + line.item() + ", "
                        + rounded(line.amount().orElseThrow()))
                .orElse("");
        return (cost.perMonth().isEmpty() ? "at least " : "") + rounded(cost.known()) + " a month of " + asked
                + " asked" + dearest;
    }

    private static String unknown(Cost cost) {
        return "at least " + rounded(cost.known()) + " a month; not known: " + missing(cost);
    }

    private static String missing(Cost cost) {
        List<String> missing = cost.unknown().stream()
                .flatMap(line -> line.missing().stream())
                .distinct()
                .toList();
        return missing.get(0) + (missing.size() == 1 ? "" : ", and " + (missing.size() - 1) + " more");
    }

    /** Keeping requests to the models' pods in their zone, where that alone would do; and asking for less. */
    private static List<Cure> cures(PlatformSpec spec, Cost cost, MonthlyCostAtMost asked) {
        return Stream.concat(inOneZone(cost, asked.atMost()), Stream.of(allowing(spec, asked, cost)))
                .toList();
    }

    /** Allowing what it costs; where that is known in part only, allowing that much leaves the promise open. */
    static Cure allowing(PlatformSpec spec, MonthlyCostAtMost asked, Cost cost) {
        Money enough = new Money(
                cost.known().amount().setScale(0, RoundingMode.CEILING),
                asked.atMost().currency());
        boolean open = cost.perMonth().isEmpty();
        return new Cure(
                "allow " + enough + (open ? " or more" : "") + " a month",
                Optional.empty(),
                Optional.empty(),
                open ? Optional.of(missing(cost)) : Optional.empty(),
                Optional.of(spec.with(new MonthlyCostAtMost(asked.scope(), enough), asked)));
    }

    /** An amount as it is shown. */
    static Money toTheCent(Money money) {
        return new Money(money.amount().setScale(2, RoundingMode.HALF_UP), money.currency());
    }

    private static Stream<Cure> inOneZone(Cost cost, Money asked) {
        return cost.items().stream()
                .filter(line ->
                        line.hop().equals(HopKind.AMBASSADOR) && line.item().equals("cross-zone"))
                .flatMap(line -> line.amount().stream())
                .map(Money::negated)
                .filter(change -> cost.known().plus(change).compareTo(asked) <= 0)
                .map(change -> new Cure(
                        "keep requests in their zone on the way to the models' pods (traffic distribution of their"
                                + " Services)",
                        Optional.empty(),
                        Optional.of(toTheCent(change)),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static String rounded(Money money) {
        return money.amount().setScale(2, RoundingMode.HALF_UP).toPlainString() + " " + money.currency();
    }
}

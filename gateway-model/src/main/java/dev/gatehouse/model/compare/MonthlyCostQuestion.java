package dev.gatehouse.model.compare;

import dev.gatehouse.model.cost.Cost;
import dev.gatehouse.model.cost.LineItem;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.MonthlyCostAtMost;
import dev.gatehouse.model.topology.EntryPath;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a design costs no more than asked. A price that is not known leaves the answer open, unless the known ones
 * are too much already.
 */
final class MonthlyCostQuestion implements Question.OfPlatform {
    @Override
    public String row() {
        return "monthly-cost";
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
                .map(MonthlyCostAtMost::atMost)
                .min(Money::compareTo)
                .map(asked -> answer(topology, Cost.unshared(topology), asked));
    }

    private static Answered answer(Topology topology, Cost cost, Money asked) {
        List<Fact> facts = Stream.concat(
                        cost.facts().stream(), topology.facts().find("traffic", "prices-read").stream())
                .toList();
        Money known = cost.known();
        if (known.compareTo(asked) > 0) {
            HopKind dearest = cost.largest().map(LineItem::hop).orElseThrow();
            return new Answered(new Broken(dearest, sentence(cost, asked), cures(cost, asked)), facts);
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
        List<String> missing = cost.unknown().stream()
                .flatMap(line -> line.missing().stream())
                .distinct()
                .toList();
        return "at least " + rounded(cost.known()) + " a month; not known: " + missing.get(0)
                + (missing.size() == 1 ? "" : ", and " + (missing.size() - 1) + " more");
    }

    /** Keeping requests to the models' pods in their zone, where that alone would do; and asking for less. */
    private static List<Cure> cures(Cost cost, Money asked) {
        Cure allowMore = new Cure(
                "allow "
                        + cost.known()
                                .amount()
                                .setScale(0, RoundingMode.CEILING)
                                .toPlainString() + " " + asked.currency()
                        + (cost.perMonth().isEmpty() ? " or more" : "") + " a month",
                Optional.empty(),
                Optional.empty());
        return Stream.concat(inOneZone(cost, asked), Stream.of(allowMore)).toList();
    }

    private static Stream<Cure> inOneZone(Cost cost, Money asked) {
        return cost.items().stream()
                .filter(line ->
                        line.hop().equals(HopKind.AMBASSADOR) && line.item().equals("cross-zone"))
                .flatMap(line -> line.amount().stream())
                .map(saved -> saved.times(BigDecimal.ONE.negate()))
                .filter(change -> cost.known().plus(change).compareTo(asked) <= 0)
                .map(change -> new Cure(
                        "keep requests in their zone on the way to the models' pods (traffic distribution of their"
                                + " Services)",
                        Optional.empty(),
                        Optional.of(new Money(change.amount().setScale(2, RoundingMode.HALF_UP), change.currency()))));
    }

    private static String rounded(Money money) {
        return money.amount().setScale(2, RoundingMode.HALF_UP).toPlainString() + " " + money.currency();
    }
}

package dev.gatehouse.model.cost;

import dev.gatehouse.model.topology.Topology;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a design costs at any load: its bill without load and at the spec's load, and what lies between and beyond.
 *
 * @param design its id
 * @param charges what it is charged for
 */
record DesignCurve(String design, List<ChargeCurve> charges) {
    private static final Ratio TWO = Ratio.of(2);

    DesignCurve {
        charges = List.copyOf(charges);
    }

    static DesignCurve of(Topology topology, CostTerms terms) {
        PriceList prices = new PriceList(topology.known());
        Traffic traffic = Traffic.of(topology);
        List<Charge> now = new CostFold(new Bill(topology, terms, traffic)).charges();
        List<Charge> none = new CostFold(new Bill(topology, terms, traffic.times(BigDecimal.ZERO))).charges();
        List<ChargeCurve> curves = new ArrayList<>();
        for (int at = 0; at < now.size(); at++) {
            curves.add(prices.curve(none.get(at), now.get(at)));
        }
        return new DesignCurve(topology.design().id(), curves);
    }

    /** What the charges with a known price come to. */
    Curve known() {
        return charges.stream().map(ChargeCurve::amount).reduce(Curve.zero(), Curve::plus);
    }

    /** The load up to which everything is known. */
    Ratio knownTo() {
        return charges.stream().map(ChargeCurve::knownTo).min(Ratio::compareTo).orElse(Curve.MOST);
    }

    /** How much more twice the load costs; empty if that hangs on something unknown. */
    Optional<Ratio> doubled() {
        Ratio more = Ratio.ZERO;
        for (ChargeCurve charge : charges) {
            Optional<Ratio> added = charge.more(Ratio.ONE, TWO);
            if (added.isEmpty()) {
                return Optional.empty();
            }
            more = more.plus(added.get());
        }
        return Optional.of(more);
    }

    /** Without the charges that another design has too, each against one of its own. */
    DesignCurve without(DesignCurve other) {
        List<ChargeCurve> theirs = new ArrayList<>(other.charges);
        List<ChargeCurve> own = new ArrayList<>();
        for (ChargeCurve charge : charges) {
            Optional<ChargeCurve> same =
                    theirs.stream().filter(charge::costsTheSame).findFirst();
            if (same.isPresent()) {
                theirs.remove(same.get());
            } else {
                own.add(charge);
            }
        }
        return new DesignCurve(design, own);
    }

    List<String> missing() {
        return charges.stream()
                .flatMap(charge -> charge.missing().stream())
                .distinct()
                .toList();
    }
}

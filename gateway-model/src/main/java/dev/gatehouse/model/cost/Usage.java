package dev.gatehouse.model.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of something is used: the largest of its parts. Each part grows in a straight line with the load, be it a
 * level one; that is what lets a cost be followed exactly from no load to many times as much.
 *
 * <p>Three pods that are needed in any case, and one for each started 1,000 requests a second of 690/s, over 730 hours:
 * parts 3 and 0.69, whole ones only, 730 each: 2,190 hours of pods.
 *
 * @param parts at least one
 * @param whole whether a started unit counts as a whole one
 * @param each what one of the largest part stands for
 */
record Usage(List<BigDecimal> parts, boolean whole, BigDecimal each) {
    Usage {
        parts = List.copyOf(parts);
    }

    /** A quantity that grows in a straight line, or stays as it is. */
    static Usage of(BigDecimal quantity) {
        return new Usage(List.of(quantity), false, BigDecimal.ONE);
    }

    static Usage largest(List<BigDecimal> parts, BigDecimal each) {
        return new Usage(parts, false, each);
    }

    static Usage wholes(List<BigDecimal> parts, BigDecimal each) {
        return new Usage(parts, true, each);
    }

    /** The quantity at the load that the parts were reckoned for. */
    BigDecimal quantity() {
        BigDecimal largest = parts.get(0);
        for (BigDecimal part : parts) {
            largest = largest.max(part);
        }
        return each.multiply(whole ? largest.setScale(0, RoundingMode.CEILING) : largest);
    }

    /**
     * The quantity at any load.
     *
     * @param none the same usage without any load; this is at the spec's
     */
    Curve since(Usage none) {
        List<Curve> straight = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            Ratio low = Ratio.of(none.parts.get(at));
            straight.add(Curve.straight(low, Ratio.of(parts.get(at)).minus(low)));
        }
        Curve largest = straight.stream().reduce(Curve::max).orElseThrow();
        return (whole ? largest.ceiling() : largest).times(Ratio.of(each));
    }
}

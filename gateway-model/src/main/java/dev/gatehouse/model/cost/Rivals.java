package dev.gatehouse.model.cost;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which of two designs is cheaper at which load, from no load to a hundred times the spec's.
 *
 * @param one a design's id
 * @param other another's
 * @param stretches without gaps, lowest load first; neighbours differ
 * @param crossovers where the cheaper one changes, lowest load first
 * @param missing what must be known where the answer is {@link Standing#UNKNOWN}
 */
public record Rivals(
        String one, String other, List<Stretch> stretches, List<Crossover> crossovers, List<String> missing) {
    /** Copies the lists. */
    public Rivals {
        stretches = List.copyOf(stretches);
        crossovers = List.copyOf(crossovers);
        missing = List.copyOf(missing);
    }

    static Rivals of(DesignCurve one, DesignCurve other, BigDecimal requestsPerMonth) {
        DesignCurve ours = one.without(other);
        DesignCurve theirs = other.without(one);
        List<Stretch> stretches = merged(stretches(ours, theirs));
        boolean open = stretches.stream().anyMatch(stretch -> stretch.standing() == Standing.UNKNOWN);
        return new Rivals(
                one.design(),
                other.design(),
                stretches,
                crossovers(one.design(), other.design(), stretches, requestsPerMonth),
                open
                        ? Stream.concat(ours.missing().stream(), theirs.missing().stream())
                                .distinct()
                                .toList()
                        : List.of());
    }

    /** An amount without a price is at least nothing: who is dearer without it stays so. */
    private static List<Stretch> stretches(DesignCurve ours, DesignCurve theirs) {
        List<Stretch> stretches = new ArrayList<>();
        Ratio from = Ratio.ZERO;
        for (Curve.Part part : ours.known().minus(theirs.known()).signs()) {
            for (Ratio to : ends(from, part.to(), ours.knownTo(), theirs.knownTo())) {
                stretches.add(new Stretch(
                        from,
                        to,
                        standing(part.sign(), to.compareTo(ours.knownTo()) <= 0, to.compareTo(theirs.knownTo()) <= 0)));
                from = to;
            }
        }
        return stretches;
    }

    private static List<Ratio> ends(Ratio from, Ratio to, Ratio one, Ratio other) {
        return Stream.of(one, other, to)
                .filter(end -> end.compareTo(from) > 0 && end.compareTo(to) <= 0)
                .sorted()
                .distinct()
                .toList();
    }

    private static Standing standing(int difference, boolean oursIsWhole, boolean theirsIsWhole) {
        if (difference > 0) {
            return theirsIsWhole ? Standing.OTHER : Standing.UNKNOWN;
        }
        if (difference < 0) {
            return oursIsWhole ? Standing.ONE : Standing.UNKNOWN;
        }
        return oursIsWhole && theirsIsWhole ? Standing.ALIKE : Standing.UNKNOWN;
    }

    private static List<Stretch> merged(List<Stretch> stretches) {
        List<Stretch> merged = new ArrayList<>();
        for (Stretch stretch : stretches) {
            int last = merged.size() - 1;
            if (last >= 0 && merged.get(last).standing() == stretch.standing()) {
                merged.set(last, new Stretch(merged.get(last).from(), stretch.to(), stretch.standing()));
            } else {
                merged.add(stretch);
            }
        }
        return merged;
    }

    private static List<Crossover> crossovers(
            String one, String other, List<Stretch> stretches, BigDecimal requestsPerMonth) {
        List<Crossover> crossovers = new ArrayList<>();
        for (int at = 1; at < stretches.size(); at++) {
            Standing below = stretches.get(at - 1).standing();
            Standing above = stretches.get(at).standing();
            Ratio factor = stretches.get(at).from();
            if (below == Standing.ONE && above == Standing.OTHER) {
                crossovers.add(Crossover.of(factor, requestsPerMonth, one, other));
            } else if (below == Standing.OTHER && above == Standing.ONE) {
                crossovers.add(Crossover.of(factor, requestsPerMonth, other, one));
            }
        }
        return crossovers;
    }
}

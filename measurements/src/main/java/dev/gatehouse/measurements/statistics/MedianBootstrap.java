package dev.gatehouse.measurements.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The bootstrap distribution of the median of one value per round. It is not sampled but computed: the median of a
 * resample of n values is one of them or the mean of two, and the chance of each is known, so there is neither a seed
 * nor an error of sampling.
 *
 * <p>Intervals and tests are two views of it and never disagree: {@code differs(v) < 0.05} means that the 95 % interval
 * does not hold v. With few rounds both are widened, see {@code docs/adr/0007-how-a-verdict-is-reached.md}. Immutable.
 */
public final class MedianBootstrap {
    private record Atom(double value, double weight) {}

    private final int n;
    private final double median;
    private final List<Atom> atoms;

    private MedianBootstrap(int n, double median, List<Atom> atoms) {
        this.n = n;
        this.median = median;
        this.atoms = List.copyOf(atoms);
    }

    /**
     * Of one value per round.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static MedianBootstrap of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing has no median");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        List<Atom> atoms = n % 2 == 1 ? odd(sorted) : even(sorted);
        atoms.sort(Comparator.comparingDouble(Atom::value));
        return new MedianBootstrap(n, (sorted[(n - 1) / 2] + sorted[n / 2]) / 2, atoms);
    }

    /** The median of the values. */
    public double median() {
        return median;
    }

    /** How many values there are. */
    public int rounds() {
        return n;
    }

    /** The interval that covers the true median with that chance, such as 0.95. */
    public Interval interval(double level) {
        return between(SmallSample.percentile((1 - level) / 2, n));
    }

    /** The plain percentile interval, which is too narrow with few rounds: for comparison. */
    Interval plain(double level) {
        return between((1 - level) / 2);
    }

    /** The chance of a median as far from {@code value} as this or farther, on either side, if that were the truth. */
    public double differs(double value) {
        return Math.min(1, 2 * Math.min(above(value), below(value)));
    }

    /** The chance of a median as high as this or higher if {@code value} or less were the truth. */
    public double above(double value) {
        return SmallSample.tail(atMost(value), n);
    }

    /** The chance of a median as low as this or lower if {@code value} or more were the truth. */
    public double below(double value) {
        return SmallSample.tail(atLeast(value), n);
    }

    /** Half the width of the 68 % interval: about one standard error of the median. */
    public double standardError() {
        Interval interval = interval(0.6827);
        return (interval.high() - interval.low()) / 2;
    }

    /** The part of resamples whose median is {@code value} or less. */
    double atMost(double value) {
        return part(atoms.stream().filter(atom -> atom.value() <= value));
    }

    /** The part of resamples whose median is {@code value} or more. */
    double atLeast(double value) {
        return part(atoms.stream().filter(atom -> atom.value() >= value));
    }

    private static double part(Stream<Atom> atoms) {
        double part = atoms.mapToDouble(Atom::weight).sum();
        return part < 1e-12 ? 0 : part > 1 - 1e-12 ? 1 : part;
    }

    private Interval between(double tail) {
        return new Interval(Math.min(lower(tail), median), Math.max(upper(tail), median));
    }

    /** The value that a part {@code tail} of all resamples lies at or below. */
    double lower(double tail) {
        double sum = 0;
        for (Atom atom : atoms) {
            sum += atom.weight();
            if (sum >= tail) {
                return atom.value();
            }
        }
        return atoms.get(atoms.size() - 1).value();
    }

    /** The value that a part {@code tail} of all resamples lies at or above. */
    double upper(double tail) {
        double sum = 0;
        for (int i = atoms.size() - 1; i >= 0; i--) {
            sum += atoms.get(i).weight();
            if (sum >= tail) {
                return atoms.get(i).value();
            }
        }
        return atoms.get(0).value();
    }

    private static List<Atom> odd(double[] sorted) {
        int n = sorted.length;
        List<Atom> atoms = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            atoms.add(new Atom(sorted[i], atLeast(n, i + 1, (n + 1) / 2) - atLeast(n, i, (n + 1) / 2)));
        }
        return atoms;
    }

    /** The two middle values of a resample are the i-th and the j-th value: either the same one, or m draws each. */
    private static List<Atom> even(double[] sorted) {
        int n = sorted.length;
        int m = n / 2;
        double ways = BinomialDistribution.of(n, 0.5).probability(m) * Math.pow(2, n);
        List<Atom> atoms = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double left = Math.pow((i + 1.0) / n, m) - Math.pow((double) i / n, m);
            double apart = 0;
            for (int j = i + 1; j < n; j++) {
                double right = Math.pow((double) (n - j) / n, m) - Math.pow((n - j - 1.0) / n, m);
                double weight = ways * left * right;
                apart += weight;
                atoms.add(new Atom((sorted[i] + sorted[j]) / 2, weight));
            }
            double lower = atLeast(n, i + 1, m) - atLeast(n, i, m);
            atoms.add(new Atom(sorted[i], Math.max(0, lower - apart)));
        }
        return atoms;
    }

    /** The chance that at least {@code k} of {@code n} draws are among the first {@code i} of {@code n} values. */
    private static double atLeast(int n, int i, int k) {
        return BinomialDistribution.of(n, (double) i / n).survivalProbability(k - 1);
    }
}

package dev.gatehouse.measurements.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A quantile of all rounds together. Its interval resamples whole rounds, since requests of one round resemble each
 * other.
 *
 * @param nanos the quantile
 * @param interval the 95 % interval
 */
public record PooledQuantile(long nanos, Interval interval) {
    private static final int RESAMPLES = 2_000;

    /**
     * The quantile and its interval.
     *
     * @param rounds a histogram for each round
     * @param part such as 0.99
     * @param draws for the resampling
     * @return empty if fewer than {@link Quantiles#BEYOND} requests lie beyond it
     */
    public static Optional<PooledQuantile> of(List<Histogram> rounds, double part, UniformRandomProvider draws) {
        long total = rounds.stream().mapToLong(Histogram::getTotalCount).sum();
        if (!Quantiles.isKnown(total, part)) {
            return Optional.empty();
        }
        Tail tail = Tail.of(rounds, part);
        int n = rounds.size();
        int[] once = new int[n];
        Arrays.fill(once, 1);
        double[] resampled = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            int[] times = new int[n];
            for (int draw = 0; draw < n; draw++) {
                times[draws.nextInt(n)]++;
            }
            resampled[i] = tail.quantile(times, part);
        }
        Arrays.sort(resampled);
        long quantile = tail.quantile(once, part);
        int skipped = (int) (SmallSample.percentile(0.025, n) * RESAMPLES);
        Interval interval = new Interval(
                Math.min((double) quantile, resampled[skipped]),
                Math.max((double) quantile, resampled[RESAMPLES - 1 - skipped]));
        return Optional.of(new PooledQuantile(quantile, interval));
    }

    /**
     * How many requests of each round took how long, for the values that a quantile of a resample can be: a mixture's
     * quantile is never below the lowest of its parts' own.
     */
    private static final class Tail {
        private final List<Long> values;
        private final List<long[]> counts;
        private final long[] totals;

        /**
         * Keeps them.
         *
         * @param values from the highest down
         * @param counts for each value, of each round
         * @param totals of each round
         */
        private Tail(List<Long> values, List<long[]> counts, long[] totals) {
            this.values = values;
            this.counts = counts;
            this.totals = totals;
        }

        static Tail of(List<Histogram> rounds, double part) {
            long lowest = rounds.stream()
                    .filter(round -> round.getTotalCount() > 0)
                    .mapToLong(round -> round.getValueAtPercentile(part * 100))
                    .min()
                    .orElse(0);
            TreeSet<Long> values = new TreeSet<>();
            for (Histogram round : rounds) {
                for (HistogramIterationValue value : round.recordedValues()) {
                    if (value.getValueIteratedTo() >= lowest) {
                        values.add(value.getValueIteratedTo());
                    }
                }
            }
            values.add(lowest);
            List<long[]> counts = new ArrayList<>();
            for (long value : values.descendingSet()) {
                counts.add(rounds.stream()
                        .mapToLong(round -> round.getCountAtValue(value))
                        .toArray());
            }
            long[] totals = rounds.stream().mapToLong(Histogram::getTotalCount).toArray();
            return new Tail(List.copyOf(values.descendingSet()), counts, totals);
        }

        long quantile(int[] times, double part) {
            long total = 0;
            for (int round = 0; round < times.length; round++) {
                total += times[round] * totals[round];
            }
            long beyond = total - (long) Math.ceil(total * part - 1e-9);
            long seen = 0;
            for (int i = 0; i < values.size(); i++) {
                long[] count = counts.get(i);
                for (int round = 0; round < times.length; round++) {
                    seen += times[round] * count[round];
                }
                if (seen > beyond) {
                    return values.get(i);
                }
            }
            return values.get(values.size() - 1);
        }
    }
}

package dev.gatehouse.measurements.statistics;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The bias-corrected and accelerated interval (Efron, 1987) of a median: what was tried beside what is used. */
final class Accelerated {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Accelerated() {}

    static Interval interval(double[] values, double level) {
        MedianBootstrap bootstrap = MedianBootstrap.of(values);
        double bias = NORMAL.inverseCumulativeProbability(
                (bootstrap.atMost(bootstrap.median()) + 1 - bootstrap.atLeast(bootstrap.median())) / 2);
        double[] without = IntStream.range(0, values.length)
                .mapToDouble(left -> MedianBootstrap.of(IntStream.range(0, values.length)
                                .filter(i -> i != left)
                                .mapToDouble(i -> values[i])
                                .toArray())
                        .median())
                .toArray();
        double mean = DoubleStream.of(without).average().orElseThrow();
        double cubes =
                DoubleStream.of(without).map(value -> Math.pow(mean - value, 3)).sum();
        double squares =
                DoubleStream.of(without).map(value -> Math.pow(mean - value, 2)).sum();
        double acceleration = squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
        double low = percentile((1 - level) / 2, bias, acceleration);
        double high = percentile(1 - (1 - level) / 2, bias, acceleration);
        return new Interval(bootstrap.lower(low), bootstrap.upper(1 - high));
    }

    private static double percentile(double part, double bias, double acceleration) {
        double z = bias + NORMAL.inverseCumulativeProbability(part);
        return NORMAL.cumulativeProbability(bias + z / (1 - acceleration * z));
    }
}

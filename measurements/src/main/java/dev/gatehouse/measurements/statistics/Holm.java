package dev.gatehouse.measurements.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holm's correction: of all that are true, the chance that one is called false stays what was asked for. */
public final class Holm {
    private Holm() {}

    /** The corrected chances, in the order of {@code p}: what is at most 0.05 is rejected at 5 % for all together. */
    public static double[] corrected(double... p) {
        List<Integer> order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toList();
        double[] corrected = new double[p.length];
        double least = 0;
        for (int place = 0; place < p.length; place++) {
            int i = order.get(place);
            least = Math.max(least, Math.min(1, p[i] * (p.length - place)));
            corrected[i] = least;
        }
        return corrected;
    }
}

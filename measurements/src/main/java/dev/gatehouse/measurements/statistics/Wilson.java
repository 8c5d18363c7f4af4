package dev.gatehouse.measurements.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Wilson's score interval of a share: how often something happens that happened {@code hits} of {@code trials} times.
 */
public final class Wilson {
    private Wilson() {}

    /**
     * The interval.
     *
     * @param level such as 0.95
     * @return within 0 and 1; all of that without a trial
     * @throws IllegalArgumentException if there are more hits than trials, or fewer than none
     */
    public static Interval interval(long hits, long trials, double level) {
        if (hits < 0 || hits > trials) {
            throw new IllegalArgumentException(hits + " of " + trials + " is no share");
        }
        if (trials == 0) {
            return new Interval(0, 1);
        }
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        double share = (double) hits / trials;
        double weight = 1 + z * z / trials;
        double middle = (share + z * z / (2 * trials)) / weight;
        double half = z * Math.sqrt(share * (1 - share) / trials + z * z / (4.0 * trials * trials)) / weight;
        return new Interval(
                hits == 0 ? 0 : Math.max(0, middle - half), hits == trials ? 1 : Math.min(1, middle + half));
    }
}

package dev.gatehouse.lab.probe;

/**
 * How many of how many. Of 300 requests at 10 % the interval reaches from 17 to 48, so a true share is doubted once in
 * 100,000 times.
 *
 * @param taken those that count
 * @param of all, 1 or more
 */
record Share(long taken, long of) {
    /** Standard deviations to each side. */
    private static final double WIDTH = 4.4;

    /** Whether a true share of that many percent lies within Wilson's interval. */
    boolean allows(int percent) {
        double share = (double) taken / of;
        double square = WIDTH * WIDTH;
        double middle = (share + square / (2 * of)) / (1 + square / of);
        double half = WIDTH / (1 + square / of) * Math.sqrt(share * (1 - share) / of + square / (4.0 * of * of));
        double truth = percent / 100.0;
        return middle - half <= truth && truth <= middle + half && (taken > 0 || percent == 0);
    }

    @Override
    public String toString() {
        return taken + " of " + of;
    }
}

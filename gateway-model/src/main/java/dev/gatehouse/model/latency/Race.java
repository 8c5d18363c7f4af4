package dev.gatehouse.model.latency;

/** What two intervals say about which path is faster. */
public enum Race {
    /** The first is faster, whatever holds within the intervals. */
    FASTER("faster in the whole range"),
    /** The second is faster, whatever holds within the intervals. */
    SLOWER("slower in the whole range"),
    /** The paths have the same hops. */
    SAME("the same hops"),
    /** The intervals overlap, or a hop that only one of them has has no interval. */
    UNDECIDED("undecided: measure it");

    private final String words;

    Race(String words) {
        this.words = words;
    }

    /** The same, seen from the other path. */
    public Race turned() {
        return switch (this) {
            case FASTER -> SLOWER;
            case SLOWER -> FASTER;
            case SAME -> SAME;
            case UNDECIDED -> UNDECIDED;
        };
    }

    /** It in words. */
    public String words() {
        return words;
    }
}

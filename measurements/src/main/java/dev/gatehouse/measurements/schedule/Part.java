package dev.gatehouse.measurements.schedule;

/**
 * Which part of a schedule one of several generators sends.
 *
 * @param number from 0
 * @param of how many generators there are; 1 means that there is no other
 */
public record Part(int number, int of) {
    /** All of it. */
    public static final Part WHOLE = new Part(0, 1);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if {@code number} is not from 0 to below {@code of}
     */
    public Part {
        if (number < 0 || number >= of) {
            throw new IllegalArgumentException("of " + of + " parts there is no part " + number);
        }
    }

    /** Whether it sends that arrival: every {@link #of}th, beginning with its number. */
    boolean has(Arrival arrival) {
        return arrival.index() % of == number;
    }

    /** {@code 2 of 3} for the part with number 1 of 3. */
    @Override
    public String toString() {
        return (number + 1) + " of " + of;
    }
}

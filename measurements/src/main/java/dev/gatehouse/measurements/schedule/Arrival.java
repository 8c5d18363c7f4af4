package dev.gatehouse.measurements.schedule;

/**
 * One request of a schedule.
 *
 * @param index its place in the whole schedule, from 0; a share of a schedule keeps it
 * @param atNanos when it is meant to leave, in nanoseconds from the schedule's start
 * @param traffic what it asks for, and where
 * @param pinned whether it carries the pin of the model's canary
 * @param draw 63 random bits for whatever else about the request is random, such as the model's own time: the same for
 *     every contestant
 */
public record Arrival(int index, long atNanos, Traffic traffic, boolean pinned, long draw) {
    /** {@link #draw} as a number from 0 to below 1. */
    public double uniform() {
        return (draw >>> 10) * 0x1.0p-53;
    }

    String line() {
        return index + " " + atNanos + " " + traffic.entry() + " " + traffic.model() + " "
                + traffic.request().bytes() + " " + pinned + " " + draw + "\n";
    }
}

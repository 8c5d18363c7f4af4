package dev.gatehouse.lab.server;

import dev.gatehouse.lab.net.Pace;

/**
 * How models answer.
 *
 * @param seed decides service times
 * @param pace how fast the lab's clock runs
 * @param instant whether all answer at once, whatever the spec says, as a test of the hops' own speed wants
 */
public record ServerOptions(long seed, Pace pace, boolean instant) {
    /** As the spec says, from seed 1, in real time. */
    public static final ServerOptions STANDARD = new ServerOptions(1, Pace.REAL, false);

    /** The same from another seed. */
    public ServerOptions withSeed(long other) {
        return new ServerOptions(other, pace, instant);
    }

    /** The same by another clock. */
    public ServerOptions with(Pace other) {
        return new ServerOptions(seed, other, instant);
    }

    /** The same without waiting. */
    public ServerOptions atOnce() {
        return new ServerOptions(seed, pace, true);
    }
}

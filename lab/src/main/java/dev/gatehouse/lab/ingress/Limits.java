package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.Limit;
import java.time.Duration;

/**
 * How long a route lets a request take.
 *
 * @param wholeNanos the answer as a whole, from the end of the request; 0 for ever
 * @param idleNanos a silence on either side
 */
record Limits(long wholeNanos, long idleNanos) {
    private static final long FOREVER = Long.MAX_VALUE / 4;

    static Limits of(Action.Forward forward) {
        Duration idle = forward.limits().getOrDefault(Limit.IDLE, Forwarding.SILENCE);
        return new Limits(
                forward.limits().getOrDefault(Limit.REQUEST, Duration.ZERO).toNanos(),
                idle.isZero() ? FOREVER : idle.toNanos());
    }
}

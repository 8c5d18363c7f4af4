package dev.gatehouse.lab.ingress;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A point in time that is moved often and reached seldom: moving it later costs nothing, since the timer looks again
 * when it rings. For one event loop.
 */
final class Alarm implements Runnable {
    private static final long NEVER = Long.MAX_VALUE;

    private final EventLoop loop;
    private final Runnable ring;
    private final long origin = System.nanoTime();
    private long at = NEVER;
    private long timerAt = NEVER;
    private @Nullable Future<?> timer;

    Alarm(EventLoop loop, Runnable ring) {
        this.loop = loop;
        this.ring = ring;
    }

    /** Now, as this alarm counts: nanoseconds from its making. */
    long now() {
        return System.nanoTime() - origin;
    }

    /** Rings at that point; nothing else does any more. */
    void set(long when) {
        at = when;
        if (when < timerAt) {
            if (timer != null) {
                timer.cancel(false);
            }
            timerAt = when;
            timer = loop.schedule(this, Math.max(0, when - now()), TimeUnit.NANOSECONDS);
        }
    }

    /** Does not ring. */
    void clear() {
        at = NEVER;
    }

    /** Ends it. */
    void close() {
        at = NEVER;
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    @Override
    public void run() {
        timer = null;
        timerAt = NEVER;
        if (at == NEVER) {
            return;
        }
        if (at > now()) {
            set(at);
            return;
        }
        at = NEVER;
        ring.run();
    }
}

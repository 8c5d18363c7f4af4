package dev.gatehouse.lab.stage;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches the time of one exchange after another. A timer that is set stays set: when it rings too early it is set
 * anew, so that a request which is answered in time costs none. Lives on one loop.
 */
final class Watch {
    /** Watches nothing. */
    static final Watch NONE = new Watch(ImmediateEventExecutor.INSTANCE);

    private final EventExecutor loop;
    private @Nullable Exchange watched;
    private long totalNanos;
    private long idleNanos;
    private long begun;
    private long touched;
    private long due;
    private boolean set;

    Watch(EventExecutor loop) {
        this.loop = loop;
    }

    /** Begins to watch; 0 is no limit. */
    void over(Exchange exchange, long total, long idle) {
        totalNanos = total;
        idleNanos = idle;
        if (total == 0 && idle == 0) {
            return;
        }
        watched = exchange;
        begun = System.nanoTime();
        touched = begun;
        long left = left(begun);
        if (!set || begun + left < due) {
            set(left);
        }
    }

    /** Something has moved. */
    void touch() {
        if (idleNanos > 0) {
            touched = System.nanoTime();
        }
    }

    /** Nothing is to be watched. */
    void rest() {
        watched = null;
    }

    private void set(long nanos) {
        set = true;
        due = System.nanoTime() + nanos;
        loop.schedule(this::ring, nanos, TimeUnit.NANOSECONDS);
    }

    private void ring() {
        set = false;
        Exchange exchange = watched;
        if (exchange == null) {
            return;
        }
        long now = System.nanoTime();
        if (totalNanos > 0 && now - begun >= totalNanos) {
            exchange.late(Reason.TIMEOUT);
        } else if (idleNanos > 0 && now - touched >= idleNanos) {
            exchange.late(Reason.IDLE);
        } else {
            set(left(now));
        }
    }

    private long left(long now) {
        long total = totalNanos == 0 ? Long.MAX_VALUE : begun + totalNanos - now;
        long idle = idleNanos == 0 ? Long.MAX_VALUE : touched + idleNanos - now;
        return Math.max(1, Math.min(total, idle));
    }
}

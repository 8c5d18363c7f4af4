package dev.gatehouse.load.protocol;

import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One call until its end, of which it has exactly one. For one loop. */
final class Open {
    private final Listener listener;
    private @Nullable Future<?> limit;
    private Runnable stop = () -> {};
    private boolean ended;
    private boolean again;

    private Open(Listener listener) {
        this.listener = listener;
    }

    /** A call whose time begins now. */
    static Open begin(EventLoop loop, Duration limit, Listener listener) {
        Open open = new Open(listener);
        open.limit = loop.schedule(open::timedOut, limit.toNanos(), TimeUnit.NANOSECONDS);
        return open;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Says what gives it up when its time is over. */
    void stoppedBy(Runnable giveUp) {
        stop = giveUp;
    }

    /** Whether it may be sent once more, which is then told; false the second time. */
    boolean goesAgain() {
        if (again || ended) {
            return false;
        }
        again = true;
        listener.sentAgain();
        return true;
    }

    void piece() {
        if (!ended) {
            listener.piece();
        }
    }

    void whole(HttpHeaders told) {
        if (end()) {
            listener.whole(told);
        }
    }

    void lost(Loss loss) {
        if (end()) {
            listener.lost(loss);
        }
    }

    private void timedOut() {
        if (end()) {
            listener.timedOut();
            stop.run();
        }
    }

    private boolean end() {
        if (ended) {
            return false;
        }
        ended = true;
        Future<?> timer = limit;
        if (timer != null) {
            timer.cancel(false);
        }
        return true;
    }
}

package dev.gatehouse.load.protocol;

import io.netty.channel.EventLoop;
import java.time.Duration;

/**
 * A client of one protocol, with the connections that it keeps: one for a turn of a load test, so that no other turn
 * inherits them. Safe for several loops; the calls of one loop never use the connections of another.
 */
public interface Calls extends AutoCloseable {
    /**
     * Makes a call. To be called on the loop.
     *
     * @param keep whether it may go by a connection that is there, and leaves its own for others; else it has one of
     *     its own, which ends with it
     * @param limit how long it may take, connecting included
     * @param listener told on the loop what becomes of it
     */
    void call(EventLoop loop, Question question, boolean keep, Duration limit, Listener listener);

    /** Closes all connections, and does not wait for that. Calls under way are lost. */
    @Override
    void close();
}

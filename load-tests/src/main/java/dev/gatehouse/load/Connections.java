package dev.gatehouse.load;

import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.http.engine.HttpEngine;
import io.gatling.http.util.SslContexts;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import scala.Option;

/**
 * The connections of one turn, of Gatling's client: its users share them, and no other turn does; nor does a session of
 * TLS outlive it. Safe for several threads.
 */
final class Connections {
    private final HttpEngine engine;
    private final long turn;
    private final SslContexts tls;

    /**
     * None yet.
     *
     * @param turn its number in the run: the client takes the users of one turn for one user
     */
    Connections(HttpEngine engine, long turn) {
        this.engine = engine;
        this.turn = turn;
        this.tls = engine.newSslContexts(false, Option.empty());
    }

    /** Sends a request by a connection that waits for one, or by a new one. */
    void send(Request request, EventLoop loop, HttpListener listener) {
        engine.executeRequest(request, turn, false, loop, listener, Option.apply(tls));
    }

    /** Closes the connections when no request is under way any more. */
    void close(EventLoopGroup loops) {
        for (EventExecutor loop : loops) {
            if (loop instanceof EventLoop one) {
                engine.flushClientIdChannels(turn, one);
            }
        }
        tls.close();
    }
}

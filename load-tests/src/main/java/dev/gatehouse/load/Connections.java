package dev.gatehouse.load;

import dev.gatehouse.load.protocol.Calls;
import dev.gatehouse.load.protocol.Dialler;
import dev.gatehouse.load.protocol.GrpcCalls;
import dev.gatehouse.load.protocol.WebSocketCalls;
import dev.gatehouse.model.spec.Protocol;
import io.gatling.core.CoreComponents;
import io.gatling.core.config.NettyConfiguration;
import io.gatling.http.client.HttpListener;
import io.gatling.http.client.Request;
import io.gatling.http.engine.HttpEngine;
import io.gatling.http.util.SslContexts;
import io.gatling.netty.util.Transports;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.concurrent.EventExecutor;
import scala.Option;

/**
 * The connections of one turn: of Gatling's client for HTTP, and of our own for gRPC and WebSockets. The turn's users
 * share them, and no other turn does; nor does a session of TLS outlive it. Safe for several threads.
 */
final class Connections {
    private final HttpEngine engine;
    private final long turn;
    private final SslContexts tls;
    private final ChannelFactory<? extends SocketChannel> transport;
    private final Calls grpc = new GrpcCalls();
    private final Calls webSockets = new WebSocketCalls();

    /**
     * None yet.
     *
     * @param turn its number in the run: Gatling's client takes the users of one turn for one user
     */
    Connections(HttpEngine engine, CoreComponents core, long turn) {
        NettyConfiguration netty = core.configuration().netty();
        this.engine = engine;
        this.turn = turn;
        this.tls = engine.newSslContexts(true, Option.empty());
        this.transport = Transports.newSocketChannelFactory(netty.useNativeTransport(), netty.useIoUring());
    }

    /** Sends a request by a connection that waits for one, or by a new one. */
    void send(Request request, EventLoop loop, HttpListener listener) {
        engine.executeRequest(request, turn, false, loop, listener, Option.apply(tls));
    }

    /** The client that speaks a protocol other than HTTP. */
    Calls speaking(Protocol protocol) {
        return protocol == Protocol.GRPC ? grpc : webSockets;
    }

    /** How a connection for a call begins. */
    Dialler dialler(Call call) {
        return new GatlingDialler(transport, tls, call);
    }

    /** Closes the connections when no request is under way any more. */
    void close(EventLoopGroup loops) {
        for (EventExecutor loop : loops) {
            if (loop instanceof EventLoop one) {
                engine.flushClientIdChannels(turn, one);
            }
        }
        grpc.close();
        webSockets.close();
        tls.close();
    }
}

package dev.gatehouse.load.protocol;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.function.Consumer;

/** From the first packet of a connection until it can carry a call. */
final class Dialling {
    private Dialling() {}

    /**
     * Begins a connection; what is returned succeeds when it and its TLS are there.
     *
     * @param all gets the connection
     */
    static Future<Channel> begin(
            EventLoop loop, Dialler dialler, boolean http2, ChannelGroup all, Consumer<ChannelPipeline> then) {
        Promise<Channel> ready = loop.newPromise();
        dialler.dial(loop, http2, then).addListener((ChannelFuture opened) -> {
            if (!opened.isSuccess()) {
                ready.tryFailure(opened.cause());
                return;
            }
            Channel channel = opened.channel();
            all.add(channel);
            SslHandler tls = channel.pipeline().get(SslHandler.class);
            if (tls == null) {
                ready.trySuccess(channel);
            } else {
                tls.handshakeFuture().addListener(done -> secured(channel, tls, http2, done, ready));
            }
        });
        return ready;
    }

    private static void secured(
            Channel channel, SslHandler tls, boolean http2, Future<?> handshake, Promise<Channel> ready) {
        if (!handshake.isSuccess()) {
            channel.close();
            ready.tryFailure(handshake.cause());
        } else if (http2 && ApplicationProtocolNames.HTTP_1_1.equals(tls.applicationProtocol())) {
            channel.close();
            ready.tryFailure(new IllegalStateException("only HTTP/1.1 is spoken here"));
        } else {
            ready.trySuccess(channel);
        }
    }
}

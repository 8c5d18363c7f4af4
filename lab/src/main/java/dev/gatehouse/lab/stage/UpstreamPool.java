package dev.gatehouse.lab.stage;

import dev.gatehouse.lab.net.Connector;
import dev.gatehouse.lab.tls.TlsSender;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connections of one loop to the targets of a stage, for one client or for all: whichever request comes next takes the
 * one that was used last. Lives on one loop.
 */
final class UpstreamPool {
    private static final int ANSWER_HEADERS = 64 * 1024;

    private final Connector connector;
    private final long delayNanos;
    private final Set<Channel> all;
    private final EventLoop loop;
    private final Map<Target, Deque<Upstream>> idle = new HashMap<>();
    private final Map<Target, Channel> http2 = new HashMap<>();
    private boolean closed;

    UpstreamPool(Connector connector, EventLoop loop, long delayNanos, Set<Channel> all) {
        this.connector = connector;
        this.loop = loop;
        this.delayNanos = delayNanos;
        this.all = all;
    }

    /** A connection that waits for work, if there is one. */
    @Nullable
    Upstream idle(Target target) {
        Deque<Upstream> waiting = idle.get(target);
        while (waiting != null && !waiting.isEmpty()) {
            Upstream next = waiting.pop();
            if (next.channel().isActive()) {
                return next;
            }
        }
        return null;
    }

    /** Takes back a connection that has nothing left to do. */
    void release(Upstream upstream) {
        if (closed) {
            upstream.channel().close();
            return;
        }
        idle.computeIfAbsent(upstream.target(), target -> new ArrayDeque<>()).push(upstream);
    }

    /** Opens a connection that speaks HTTP/1.1, or a stream of one that speaks HTTP/2. */
    void open(Target target, boolean asHttp2, Opened opened) {
        if (asHttp2) {
            openStream(target, opened);
            return;
        }
        Upstream upstream = new Upstream(target);
        connector
                .connect(loop, target.address(), new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        first(channel, target);
                        channel.pipeline()
                                .addLast(new HttpClientCodec(
                                        new HttpDecoderConfig().setMaxHeaderSize(ANSWER_HEADERS),
                                        HttpClientCodec.DEFAULT_PARSE_HTTP_AFTER_CONNECT_REQUEST,
                                        HttpClientCodec.DEFAULT_FAIL_ON_MISSING_RESPONSE));
                        channel.pipeline().addLast(upstream);
                    }
                })
                .addListener((ChannelFuture done) -> opened.opened(done.isSuccess() ? upstream : null));
    }

    /** Ends what waits, and keeps nothing from now on. */
    void close() {
        closed = true;
        idle.values()
                .forEach(waiting ->
                        waiting.forEach(upstream -> upstream.channel().close()));
        idle.clear();
        http2.values().forEach(Channel::close);
        http2.clear();
    }

    private void openStream(Target target, Opened opened) {
        Channel open = http2.get(target);
        if (open != null && open.isActive()) {
            stream(open, target, opened);
            return;
        }
        connector
                .connect(loop, target.address(), new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        first(channel, target);
                        channel.pipeline()
                                .addLast(Http2FrameCodecBuilder.forClient().build());
                        channel.pipeline().addLast(new Http2MultiplexHandler(new ChannelInitializer<Channel>() {
                            @Override
                            protected void initChannel(Channel pushed) {
                                pushed.close();
                            }
                        }));
                    }
                })
                .addListener((ChannelFuture done) -> {
                    if (done.isSuccess()) {
                        http2.put(target, done.channel());
                        stream(done.channel(), target, opened);
                    } else {
                        opened.opened(null);
                    }
                });
    }

    private static void stream(Channel connection, Target target, Opened opened) {
        Upstream upstream = new Upstream(target);
        new Http2StreamChannelBootstrap(connection)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new Http2StreamFrameToHttpObjectCodec(false));
                        channel.pipeline().addLast(upstream);
                    }
                })
                .open()
                .addListener((Future<Http2StreamChannel> done) -> opened.opened(done.isSuccess() ? upstream : null));
    }

    private void first(Channel channel, Target target) {
        all.add(channel);
        channel.closeFuture().addListener(closing -> all.remove(channel));
        channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, false);
        if (delayNanos > 0) {
            channel.pipeline().addLast(new DelayLine(delayNanos));
        }
        target.tls().ifPresent(tls -> channel.pipeline().addLast(tls.handler(channel.alloc(), target.serverName())));
    }

    /** What a connection must have in common with a request to carry it. */
    record Target(InetSocketAddress address, Optional<TlsSender> tls, String serverName) {
        static Target of(InetSocketAddress address, Route route) {
            return new Target(address, route.tls(), route.serverName());
        }
    }

    /** Told when a connection is there, or that none could be had. */
    @FunctionalInterface
    interface Opened {
        void opened(@Nullable Upstream upstream);
    }
}

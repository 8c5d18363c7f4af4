package dev.gatehouse.lab.ingress;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The streams of one event loop's HTTP/2 connection to one host of an upstream. For that event loop only. */
final class Streams {
    private static final int WINDOW = 1024 * 1024;

    private final Cluster cluster;
    private final EventLoop loop;
    private final InetSocketAddress host;
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private @Nullable Channel connection;
    private boolean connecting;

    Streams(Cluster cluster, EventLoop loop, InetSocketAddress host) {
        this.cluster = cluster;
        this.loop = loop;
        this.host = host;
    }

    void acquire(Turn turn) {
        waiting.add(turn);
        Channel open = connection;
        if (open != null && open.isActive()) {
            open(open);
        } else if (!connecting) {
            connect();
        }
    }

    void cancel(Turn turn) {
        if (waiting.remove(turn)) {
            cluster.breaker("default").pending.leave();
        }
    }

    void retire() {
        if (connection != null) {
            connection.close();
        }
    }

    private void connect() {
        connecting = true;
        cluster.breaker("default").connections.force();
        ChannelFuture begun = cluster.connector().connect(loop, host, new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                UpstreamTls.begin(cluster, channel.pipeline());
                channel.pipeline()
                        .addLast(Http2FrameCodecBuilder.forClient()
                                .initialSettings(Http2Settings.defaultSettings()
                                        .pushEnabled(false)
                                        .initialWindowSize(WINDOW))
                                .build())
                        .addLast(new Http2MultiplexHandler(new ChannelInitializer<Channel>() {
                            @Override
                            protected void initChannel(Channel pushed) {
                                pushed.close();
                            }
                        }));
            }
        });
        begun.channel()
                .closeFuture()
                .addListener(done -> cluster.breaker("default").connections.leave());
        var limit = loop.schedule(
                () -> begun.channel().close(), cluster.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
        begun.addListener(done -> {
            if (done.isSuccess()) {
                UpstreamTls.ready(begun.channel(), secured -> {
                    limit.cancel(false);
                    connected(begun.channel(), secured);
                });
            } else {
                limit.cancel(false);
                connected(begun.channel(), false);
            }
        });
    }

    private void connected(Channel channel, boolean well) {
        connecting = false;
        if (well && channel.isActive()) {
            connection = channel;
            open(channel);
            return;
        }
        channel.close();
        for (Turn turn = next(); turn != null; turn = next()) {
            turn.failed(Turn.Failure.CONNECT);
        }
    }

    /** A stream for everybody who waits. */
    private void open(Channel parent) {
        for (Turn turn = next(); turn != null; turn = next()) {
            Turn asking = turn;
            Http2StreamChannelBootstrap bootstrap = new Http2StreamChannelBootstrap(parent)
                    .handler(new ChannelInitializer<Channel>() {
                        @Override
                        protected void initChannel(Channel stream) {
                            stream.pipeline()
                                    .addLast(new Http2StreamFrameToHttpObjectCodec(false))
                                    .addLast("line", new Line(stream, host, () -> {}));
                        }
                    });
            bootstrap.open().addListener(done -> {
                if (done.isSuccess()) {
                    ((Http2StreamChannel) done.getNow())
                            .pipeline()
                            .get(Line.class)
                            .take(asking);
                } else {
                    asking.failed(Turn.Failure.CONNECT);
                }
            });
        }
    }

    private @Nullable Turn next() {
        Turn next = waiting.pollFirst();
        if (next != null) {
            cluster.breaker("default").pending.leave();
        }
        return next;
    }
}

package dev.gatehouse.lab.ingress;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one event loop to one host of an upstream. HTTP/1.1 has one for each request that is under way,
 * the one that was used last first; HTTP/2 has one for all. For that event loop only.
 */
final class Pool {
    private static final int LONGEST_HEAD = 64 * 1024;

    private final Cluster cluster;
    private final EventLoop loop;
    private final InetSocketAddress host;
    private final Deque<Line> idle = new ArrayDeque<>();
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private final Streams streams;
    private int open;
    private int connecting;
    private boolean sweeping;
    private boolean retired;

    Pool(Cluster cluster, EventLoop loop, InetSocketAddress host) {
        this.cluster = cluster;
        this.loop = loop;
        this.host = host;
        this.streams = new Streams(cluster, loop, host);
    }

    /** Asks for a line; the answer may come before this returns. */
    void acquire(Turn turn) {
        for (Line line = idle.pollLast(); line != null; line = idle.pollLast()) {
            if (line.channel().isActive()) {
                line.take(turn);
                return;
            }
        }
        if (!cluster.breaker("default").pending.enter()) {
            turn.failed(Turn.Failure.OVERFLOW);
        } else if (cluster.http2()) {
            streams.acquire(turn);
        } else {
            waiting.add(turn);
            connect();
        }
    }

    /** Asks no longer. */
    void cancel(Turn turn) {
        if (waiting.remove(turn)) {
            cluster.breaker("default").pending.leave();
        }
        streams.cancel(turn);
    }

    /** Takes a line back whose answer has come as a whole. */
    void release(Line line, boolean reusable) {
        if (!reusable || retired || cluster.http2() || !line.channel().isActive()) {
            line.close();
            return;
        }
        line.leave(System.nanoTime());
        Turn next = nextWaiting();
        if (next != null) {
            line.take(next);
        } else {
            idle.addLast(line);
            sweep();
        }
    }

    /** Keeps no connection any more. */
    void retire() {
        retired = true;
        idle.forEach(line -> line.channel().close());
        idle.clear();
        streams.retire();
    }

    private @Nullable Turn nextWaiting() {
        Turn next = waiting.pollFirst();
        if (next != null) {
            cluster.breaker("default").pending.leave();
        }
        return next;
    }

    /** One more, unless enough are being made; the circuit breaker never takes a loop's only one. */
    private void connect() {
        if (connecting >= waiting.size()) {
            return;
        }
        Breaker.Count connections = cluster.breaker("default").connections;
        if (!connections.enter()) {
            if (open + connecting > 0) {
                return;
            }
            connections.force();
        }
        connecting++;
        ChannelFuture begun = cluster.connector().connect(loop, host, new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel channel) {
                UpstreamTls.begin(cluster, channel.pipeline());
            }
        });
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

    /** Fails all who wait, as Envoy does, though another connection may soon be free. */
    private void failWaiting() {
        List<Turn> failing = List.copyOf(waiting);
        for (Turn turn : failing) {
            if (waiting.remove(turn)) {
                cluster.breaker("default").pending.leave();
                turn.failed(Turn.Failure.CONNECT);
            }
        }
    }

    private void connected(Channel channel, boolean well) {
        connecting--;
        if (!well || !channel.isActive()) {
            channel.close();
            cluster.breaker("default").connections.leave();
            failWaiting();
            return;
        }
        open++;
        Line[] self = new Line[1];
        Line line = new Line(channel, host, () -> gone(self[0]));
        self[0] = line;
        channel.pipeline()
                .addLast(new HttpClientCodec(new HttpDecoderConfig().setMaxHeaderSize(LONGEST_HEAD), false, false))
                .addLast(line);
        Turn next = nextWaiting();
        if (next != null) {
            line.take(next);
        } else {
            line.leave(System.nanoTime());
            idle.addLast(line);
            sweep();
        }
    }

    private void gone(Line line) {
        open--;
        cluster.breaker("default").connections.leave();
        idle.remove(line);
        if (!waiting.isEmpty()) {
            connect();
        }
    }

    /** Ends connections that nobody has used for long. */
    private void sweep() {
        if (sweeping) {
            return;
        }
        sweeping = true;
        long nanos = cluster.idle().toNanos();
        loop.schedule(
                () -> {
                    sweeping = false;
                    long before = System.nanoTime() - nanos;
                    for (Iterator<Line> all = idle.iterator(); all.hasNext(); ) {
                        Line line = all.next();
                        if (line.idleSince() - before <= 0) {
                            all.remove();
                            line.channel().close();
                        }
                    }
                    if (!idle.isEmpty()) {
                        sweep();
                    }
                },
                nanos,
                TimeUnit.NANOSECONDS);
    }
}

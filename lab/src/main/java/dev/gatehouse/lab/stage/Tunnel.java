package dev.gatehouse.lab.stage;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/** Two connections that are one since an upgrade: bytes pass both ways, unread. Lives on one loop. */
final class Tunnel {
    private final Channel client;
    private final Channel target;
    private final long idleNanos;
    private final Tally tally;
    private long touched = System.nanoTime();
    private boolean told;

    private Tunnel(Channel client, Channel target, long idleNanos, Tally tally) {
        this.client = client;
        this.target = target;
        this.idleNanos = idleNanos;
        this.tally = tally;
    }

    /** Sends the answer that upgrades, and takes HTTP off both connections. */
    static void join(
            ChannelHandlerContext client, Upstream upstream, HttpResponse answer, long idleNanos, Tally tally) {
        Channel target = upstream.channel();
        Tunnel tunnel = new Tunnel(client.channel(), target, idleNanos, tally);
        client.writeAndFlush(new DefaultFullHttpResponse(
                answer.protocolVersion(),
                answer.status(),
                client.alloc().buffer(0),
                answer.headers(),
                EmptyHttpHeaders.INSTANCE));
        ReferenceCountUtil.release(answer);
        client.pipeline().addLast(tunnel.new Side(target));
        target.pipeline().addLast(tunnel.new Side(client.channel()));
        client.pipeline().remove(client.handler());
        client.pipeline().remove(HttpServerCodec.class);
        target.pipeline().remove(upstream);
        target.pipeline().remove(HttpClientCodec.class);
        if (idleNanos > 0) {
            tunnel.watch(idleNanos);
        }
    }

    private void watch(long nanos) {
        client.eventLoop()
                .schedule(
                        () -> {
                            long silent = System.nanoTime() - touched;
                            if (!client.isActive()) {
                                return;
                            }
                            if (silent >= idleNanos) {
                                end(true);
                                client.close();
                                target.close();
                            } else {
                                watch(idleNanos - silent);
                            }
                        },
                        nanos,
                        TimeUnit.NANOSECONDS);
    }

    private void end(boolean idle) {
        if (told) {
            return;
        }
        told = true;
        if (idle) {
            tally.refused(Reason.IDLE);
        } else {
            tally.passed();
        }
    }

    private final class Side extends ChannelInboundHandlerAdapter {
        private final Channel other;

        Side(Channel other) {
            this.other = other;
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object msg) {
            touched = System.nanoTime();
            if (msg instanceof ByteBuf) {
                other.write(msg);
            } else {
                ReferenceCountUtil.release(msg);
            }
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext ctx) {
            other.flush();
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext ctx) {
            other.config().setAutoRead(ctx.channel().isWritable());
        }

        @Override
        public void channelInactive(ChannelHandlerContext ctx) {
            end(false);
            other.close();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close();
        }
    }
}

package dev.gatehouse.lab.ingress;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.util.ReferenceCountUtil;

/** Two connections whose bytes are passed on unread, once one protocol has been taken for another. */
final class Tunnel extends ChannelInboundHandlerAdapter {
    private final Channel other;
    private final Alarm alarm;
    private final long idleNanos;

    private Tunnel(Channel other, Alarm alarm, long idleNanos) {
        this.other = other;
        this.alarm = alarm;
        this.idleNanos = idleNanos;
    }

    /**
     * Passes bytes on between them.
     *
     * @param line the line to the upstream, which nobody else gets any more
     * @param agreed the answer 101
     * @param idleNanos how long both may be silent
     * @param end called once, when it ends
     */
    static void between(Channel client, Line line, HttpResponse agreed, long idleNanos, Runnable end) {
        Channel upstream = line.channel();
        line.tunnel();
        Alarm alarm = new Alarm(client.eventLoop(), () -> {
            client.close();
            upstream.close();
        });
        alarm.set(alarm.now() + idleNanos);
        client.writeAndFlush(agreed);
        join(client.pipeline(), new Tunnel(upstream, alarm, idleNanos));
        join(upstream.pipeline(), new Tunnel(client, alarm, idleNanos));
        client.config().setAutoRead(true);
        upstream.config().setAutoRead(true);
        upstream.closeFuture().addListener(closed -> {
            alarm.close();
            end.run();
        });
    }

    private static void join(ChannelPipeline pipeline, Tunnel tunnel) {
        pipeline.addLast(tunnel);
        if (pipeline.get(ClientSide.class) != null) {
            pipeline.remove(ClientSide.class);
            pipeline.remove(HttpServerCodec.class);
        } else {
            pipeline.remove(HttpClientCodec.class);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf)) {
            ReferenceCountUtil.release(message);
            return;
        }
        alarm.set(alarm.now() + idleNanos);
        other.write(message);
        if (!other.isWritable()) {
            other.flush();
            context.channel().config().setAutoRead(other.isWritable());
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        other.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        other.config().setAutoRead(context.channel().isWritable());
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        if (other.isActive()) {
            other.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}

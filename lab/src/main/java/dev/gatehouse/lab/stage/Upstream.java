package dev.gatehouse.lab.stage;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/** A connection to a target, or a stream of one: it serves one exchange at a time. Lives on one loop. */
final class Upstream extends ChannelInboundHandlerAdapter {
    private final UpstreamPool.Target target;
    private @Nullable Channel channel;
    private @Nullable Exchange exchange;

    Upstream(UpstreamPool.Target target) {
        this.target = target;
    }

    UpstreamPool.Target target() {
        return target;
    }

    Channel channel() {
        if (channel == null) {
            throw new IllegalStateException("a connection to " + target.address() + " is used before it is open");
        }
        return channel;
    }

    void serve(@Nullable Exchange next) {
        exchange = next;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        channel = ctx.channel();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (exchange == null) {
            ReferenceCountUtil.release(msg);
            ctx.close();
        } else {
            exchange.answered(msg);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (exchange != null) {
            exchange.flushClient();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (exchange != null) {
            exchange.targetTakes(ctx.channel().isWritable());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (exchange != null) {
            exchange.targetLeft();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}

package dev.gatehouse.lab.ingress;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpObject;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** A way to an upstream for one request at a time: a connection of HTTP/1.1 or a stream of HTTP/2. For one thread. */
final class Line extends ChannelInboundHandlerAdapter {
    private final Channel channel;
    private final InetSocketAddress host;
    private final Runnable onClose;
    private @Nullable Turn turn;
    private long idleSince;
    private boolean tunnelled;

    /**
     * A line over a channel, whose pipeline it ends.
     *
     * @param host where it leads
     * @param onClose called once, when the channel has ended
     */
    Line(Channel channel, InetSocketAddress host, Runnable onClose) {
        this.channel = channel;
        this.host = host;
        this.onClose = onClose;
    }

    Channel channel() {
        return channel;
    }

    InetSocketAddress host() {
        return host;
    }

    long idleSince() {
        return idleSince;
    }

    /** Gives it to somebody. */
    void take(Turn next) {
        turn = next;
        next.opened(this);
    }

    /** Nobody has it. */
    void leave(long now) {
        turn = null;
        idleSince = now;
        channel.config().setAutoRead(true);
    }

    /** Passes on to the next handler what comes from now on. */
    void tunnel() {
        turn = null;
        tunnelled = true;
    }

    /** Ends it; nobody is told. */
    void close() {
        turn = null;
        channel.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (tunnelled) {
            context.fireChannelRead(message);
            return;
        }
        if (turn != null && message instanceof HttpObject part) {
            turn.answered(part);
            return;
        }
        ReferenceCountUtil.release(message);
        if (message instanceof HttpObject) {
            channel.close(); // an answer that nobody asked for
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (turn != null) {
            turn.paused();
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (turn != null && channel.isWritable()) {
            turn.writable();
        }
        context.fireChannelWritabilityChanged();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        Turn asking = turn;
        turn = null;
        onClose.run();
        if (asking != null) {
            asking.broken();
        }
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        channel.close();
    }
}

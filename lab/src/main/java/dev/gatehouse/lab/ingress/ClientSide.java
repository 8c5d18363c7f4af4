package dev.gatehouse.lab.ingress;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The client's side of requests: a connection of HTTP/1.1, whose requests come one after the other, or a stream of
 * HTTP/2, which has one. For one event loop.
 */
final class ClientSide extends ChannelDuplexHandler {
    private final EmbeddedIngress ingress;
    private final int port;
    private final Deque<HttpObject> queued = new ArrayDeque<>();
    private @Nullable Channel channel;
    private @Nullable Caller caller;
    private @Nullable Exchange current;
    private @Nullable Alarm alarm;
    private boolean closing;
    private boolean reading;

    /**
     * A client's side.
     *
     * @param port the listener's port as the manifests give it
     */
    ClientSide(EmbeddedIngress ingress, int port) {
        this.ingress = ingress;
        this.port = port;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        Channel own = context.channel();
        channel = own;
        caller = Callers.of(own);
        alarm = new Alarm(own.eventLoop(), this::ring);
        if (!caller().http2()) {
            waitForRequest();
        }
    }

    Channel channel() {
        return needed(channel);
    }

    EventLoop loop() {
        return channel().eventLoop();
    }

    Caller caller() {
        return needed(caller);
    }

    Alarm alarm() {
        return needed(alarm);
    }

    EmbeddedIngress ingress() {
        return ingress;
    }

    int port() {
        return port;
    }

    private static <T> T needed(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("a client's side needs its channel, which nobody has added it to yet");
        }
        return part;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof HttpObject part) || closing) {
            ReferenceCountUtil.release(message);
            return;
        }
        reading = true;
        Exchange exchange = current;
        if (!queued.isEmpty() || (exchange != null && exchange.hasWholeRequest())) {
            queued.add(part);
            context.channel().config().setAutoRead(false);
            return;
        }
        next(part);
    }

    /** Whether more of what was read together may come at once. */
    boolean isReading() {
        return reading;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        reading = false;
        Exchange exchange = current;
        if (exchange != null) {
            exchange.clientPaused();
        }
        context.fireChannelReadComplete();
    }

    private void next(HttpObject part) {
        Exchange exchange = current;
        if (exchange == null && part instanceof HttpRequest request) {
            exchange = new Exchange(this);
            current = exchange;
            exchange.begin(request);
            if (!(part instanceof HttpContent)) {
                return;
            }
        }
        if (exchange != null && part instanceof HttpContent content) {
            exchange.body(content);
        } else {
            ReferenceCountUtil.release(part);
        }
    }

    /** The exchange has ended; the next one may begin. */
    void done(boolean keepAlive) {
        current = null;
        if (!keepAlive || caller().http2()) {
            closing = true;
            if (!caller().http2()) {
                channel().writeAndFlush(io.netty.buffer.Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
            }
            releaseQueued();
            alarm().clear();
            return;
        }
        waitForRequest();
        while (!queued.isEmpty()) {
            Exchange exchange = current;
            if (exchange != null && exchange.hasWholeRequest()) {
                return;
            }
            next(queued.removeFirst());
        }
        channel().config().setAutoRead(true);
    }

    /** The exchange can't be ended as it should. */
    void abort() {
        current = null;
        closing = true;
        releaseQueued();
        if (caller().http2()) {
            channel()
                    .writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR))
                    .addListener(ChannelFutureListener.CLOSE);
        } else {
            channel().close();
        }
    }

    /** From now on the channel belongs to somebody else. */
    void handOver() {
        current = null;
        closing = true;
        alarm().close();
        releaseQueued();
    }

    private void waitForRequest() {
        Alarm clock = alarm();
        clock.set(clock.now() + ingress.routing().manners().idle().toNanos());
    }

    private void ring() {
        Exchange exchange = current;
        if (exchange == null) {
            channel().close();
        } else {
            exchange.timeUp();
        }
    }

    private void releaseQueued() {
        queued.forEach(ReferenceCountUtil::release);
        queued.clear();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        Exchange exchange = current;
        if (exchange != null && context.channel().isWritable()) {
            exchange.clientWritable();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        alarm().close();
        releaseQueued();
        Exchange exchange = current;
        current = null;
        if (exchange != null) {
            exchange.clientGone();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}

package dev.gatehouse.lab.stage;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one client connection of HTTP/1.1, one after the other, or the one request of a stream of HTTP/2.
 * Lives on one loop.
 */
final class Conversation extends ChannelInboundHandlerAdapter {
    private final ProxySettings settings;
    private final Tally tally;
    private final UpstreamPool pool;
    private final boolean http2;
    private final Queue<Object> later = new ArrayDeque<>();
    private @Nullable ChannelHandlerContext context;
    private @Nullable Exchange current;
    private String address = "";
    private Optional<X509Certificate> certificate = Optional.empty();
    private Watch watch = Watch.NONE;

    Conversation(ProxySettings settings, Tally tally, UpstreamPool pool, boolean http2) {
        this.settings = settings;
        this.tally = tally;
        this.pool = pool;
        this.http2 = http2;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        SocketAddress remote =
                http2 ? ctx.channel().parent().remoteAddress() : ctx.channel().remoteAddress();
        address = remote instanceof InetSocketAddress from ? from.getAddress().getHostAddress() : "";
        certificate = certificate(ctx);
        watch = new Watch(ctx.executor());
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) {
        if (!later.isEmpty() || (current != null && current.hasWholeRequest())) {
            later.add(msg);
            return;
        }
        take(ctx, msg);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        if (current != null) {
            current.flushTarget();
        }
        ctx.flush();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (current != null) {
            current.clientTakes(ctx.channel().isWritable());
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        later.forEach(ReferenceCountUtil::release);
        later.clear();
        if (current != null) {
            current.clientLeft();
            current = null;
        }
        watch.rest();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }

    private void take(ChannelHandlerContext ctx, Object msg) {
        if (msg instanceof HttpRequest head && current == null) {
            tally.asked();
            Exchange begun = new Exchange(ctx, this, head);
            current = begun;
            begun.begin();
        } else if (msg instanceof HttpContent part && current != null) {
            current.part(part);
        } else {
            ReferenceCountUtil.release(msg);
        }
    }

    /** The exchange has ended on both sides: the next request's turn. */
    void ended(boolean close) {
        current = null;
        watch.rest();
        ChannelHandlerContext ctx = context;
        if (ctx == null) {
            return;
        }
        if (close) {
            ctx.close();
            return;
        }
        while (!later.isEmpty() && (current == null || !current.hasWholeRequest())) {
            take(ctx, later.remove());
        }
        if (current != null) {
            current.flushTarget();
        }
    }

    ProxySettings settings() {
        return settings;
    }

    Tally tally() {
        return tally;
    }

    UpstreamPool pool() {
        return pool;
    }

    Watch watch() {
        return watch;
    }

    boolean isHttp2() {
        return http2;
    }

    String address() {
        return address;
    }

    Optional<X509Certificate> certificate() {
        return certificate;
    }

    private Optional<X509Certificate> certificate(ChannelHandlerContext ctx) {
        SslHandler tls =
                (http2 ? ctx.channel().parent() : ctx.channel()).pipeline().get(SslHandler.class);
        if (tls == null) {
            return Optional.empty();
        }
        try {
            return tls.engine().getSession().getPeerCertificates()[0] instanceof X509Certificate shown
                    ? Optional.of(shown)
                    : Optional.empty();
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}

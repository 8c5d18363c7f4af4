package dev.gatehouse.lab.ingress;

import dev.gatehouse.lab.http.HttpServing;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.ssl.AbstractSniHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.Future;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a connection begins: a PROXY header where the listener wants one, TLS where the client speaks it and the listener
 * takes it, then HTTP.
 */
final class Entrance {
    private static final int HANDSHAKE = 0x16;

    private final EmbeddedIngress ingress;
    private final int port;

    Entrance(EmbeddedIngress ingress, int port) {
        this.ingress = ingress;
        this.port = port;
    }

    void initialize(Channel channel) {
        Door door = ingress.routing().doors().get(port);
        if (door == null) {
            channel.close();
            return;
        }
        ChannelPipeline pipeline = channel.pipeline();
        if (door.proxied()) {
            pipeline.addLast(new HAProxyMessageDecoder(), new Callers.ProxyHeader());
        }
        if (door.takesTls()) {
            pipeline.addLast(new FirstByte());
        } else {
            serving().cleartext(pipeline);
        }
    }

    private HttpServing serving() {
        Manners manners = ingress.routing().manners();
        return new HttpServing(() -> new ClientSide(ingress, port), manners.headBytes(), streams());
    }

    private int streams() {
        Door door = ingress.routing().doors().get(port);
        int written = door == null ? 0 : door.listener().http2Streams();
        return written > 0
                ? written
                : HttpServing.with(() -> new ClientSide(ingress, port)).streams();
    }

    private Optional<SslContext> context(String serverName) {
        Door door = ingress.routing().doors().get(port);
        Door.Chain chain = door == null ? null : door.chain(true, serverName);
        return chain == null ? Optional.empty() : ingress.tls(chain.tlsContext());
    }

    /** Tells TLS from cleartext. */
    private final class FirstByte extends ByteToMessageDecoder {
        @Override
        protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
            if (in.getUnsignedByte(in.readerIndex()) == HANDSHAKE) {
                context.pipeline().addLast(new ServerName());
            } else {
                serving().cleartext(context.pipeline());
            }
            context.pipeline().remove(this);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }

    /** Chooses the certificate by what the client's hello asks for. */
    private final class ServerName extends AbstractSniHandler<SslContext> {
        @Override
        protected Future<SslContext> lookup(ChannelHandlerContext context, @Nullable String name) {
            Optional<SslContext> found = context(name == null ? "" : name.toLowerCase(Locale.ROOT));
            return found.map(context.executor()::newSucceededFuture)
                    .orElseGet(() -> context.executor()
                            .newFailedFuture(new IllegalArgumentException("no certificate for " + name)));
        }

        @Override
        protected void onLookupComplete(
                ChannelHandlerContext context, @Nullable String name, Future<SslContext> found) {
            if (!found.isSuccess()) {
                context.close();
                return;
            }
            context.pipeline().replace(this, "tls", found.getNow().newHandler(context.alloc()));
            serving().afterTls(context.pipeline());
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}

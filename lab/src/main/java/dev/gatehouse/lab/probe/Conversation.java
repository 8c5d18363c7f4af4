package dev.gatehouse.lab.probe;

import dev.gatehouse.lab.http.Http2Client;
import dev.gatehouse.lab.net.Loops;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One connection of a client: HTTP/1.1, one request after the other, or HTTP/2. For one thread. */
final class Conversation implements AutoCloseable {
    private static final String ENDING = "ending";
    private static final long PATIENCE_SECONDS = 60;

    private final Channel channel;
    private final boolean http2;
    private final String host;

    private Conversation(Channel channel, boolean http2, String host) {
        this.channel = channel;
        this.http2 = http2;
        this.host = host;
    }

    /**
     * Opens one.
     *
     * @param tls what TLS is spoken with; empty: in the clear
     * @param host the server name of TLS and the Host header
     * @throws IOException if the connection or the handshake fails
     */
    static Conversation open(
            Loops loops, InetSocketAddress address, Optional<SslContext> tls, String host, boolean http2)
            throws IOException {
        Channel channel = await(loops.connect(loops.group().next(), address, new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel opened) {
                tls.ifPresent(context ->
                        opened.pipeline().addLast(context.newHandler(opened.alloc(), host, address.getPort())));
                if (http2) {
                    Http2Client.prepare(opened.pipeline());
                    opened.pipeline().addLast(ENDING, new Ending());
                } else {
                    opened.pipeline().addLast(new HttpClientCodec());
                    opened.pipeline().addLast(ENDING, new Ending());
                }
            }
        }));
        SslHandler secured = channel.pipeline().get(SslHandler.class);
        if (secured != null) {
            secured.handshakeFuture().awaitUninterruptibly();
            if (!secured.handshakeFuture().isSuccess()) {
                channel.close();
                throw new IOException(
                        "no TLS with " + host, secured.handshakeFuture().cause());
            }
        }
        return new Conversation(channel, http2, host);
    }

    private static Channel await(io.netty.channel.ChannelFuture opening) throws IOException {
        opening.awaitUninterruptibly();
        if (!opening.isSuccess()) {
            throw new IOException("no connection", opening.cause());
        }
        return opening.channel();
    }

    boolean isOpen() {
        return channel.isActive();
    }

    Reply call(HttpMethod method, String path, Map<String, String> headers, byte[] body) throws IOException {
        return await(begin(method, path, headers, body));
    }

    static Reply await(CompletableFuture<Reply> begun) throws IOException {
        try {
            return begun.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Sends a request; what is returned is complete when the answer is, or the connection is over. */
    CompletableFuture<Reply> begin(HttpMethod method, String path, Map<String, String> headers, byte[] body) {
        DefaultFullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, method, path, Unpooled.wrappedBuffer(body));
        request.headers().set("host", host).set("user-agent", "gatehouse-probe");
        headers.forEach(request.headers()::set);
        if (body.length > 0) {
            request.headers().set("content-length", body.length);
        }
        if (!http2) {
            Gathering gathering = new Gathering();
            channel.eventLoop().execute(() -> {
                if (!channel.isActive()) {
                    request.release();
                    gathering.reply().complete(Reply.broken());
                    return;
                }
                channel.pipeline().addBefore(ENDING, null, gathering);
                channel.writeAndFlush(request).addListener(gathering);
            });
            return gathering.reply();
        }
        Gathering gathering = new Gathering();
        Http2Client.stream(channel, gathering).addListener((Future<Http2StreamChannel> opened) -> {
            if (opened.isSuccess()) {
                Http2Client.send(opened.getNow(), request).addListener(gathering);
            } else {
                request.release();
                gathering.reply().complete(Reply.broken());
            }
        });
        return gathering.reply();
    }

    /** Sends bytes as they are, after an upgrade, and waits until as many have come back; false if they don't. */
    boolean echoes(byte[] sent, int expected) throws IOException {
        CompletableFuture<Reply> echoed = new CompletableFuture<>();
        channel.eventLoop().execute(() -> {
            channel.pipeline().addBefore(ENDING, null, new Counting(expected, echoed));
            if (channel.pipeline().get(HttpClientCodec.class) != null) {
                channel.pipeline().remove(HttpClientCodec.class);
            }
            channel.writeAndFlush(Unpooled.wrappedBuffer(sent));
        });
        return await(echoed).whole();
    }

    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
    }

    /** The end of the pipeline: what arrives when nobody waits for it is dropped, and an error ends the connection. */
    private static final class Ending extends ChannelInboundHandlerAdapter {
        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}

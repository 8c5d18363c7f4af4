package dev.gatehouse.lab.stage;

import dev.gatehouse.lab.net.Endpoint;
import dev.gatehouse.lab.net.Loops;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A stage at layer 7: it reads requests, judges them, and sends them on by connections of its own, which stay open
 * between requests, and if it is told so between clients. Clients speak HTTP/1.1 and, under TLS, HTTP/2. Thread-safe.
 */
public final class Proxy implements Stage {
    private final Endpoint endpoint;
    private final Tally tally;
    private final Set<Channel> upstream;

    private Proxy(Endpoint endpoint, Tally tally, Set<Channel> upstream) {
        this.endpoint = endpoint;
        this.tally = tally;
        this.upstream = upstream;
    }

    /** Opens a stage; port 0 is a free one. */
    public static Proxy open(Loops loops, int port, ProxySettings settings, Tally tally) {
        Set<Channel> upstream = ConcurrentHashMap.newKeySet();
        Map<EventLoop, UpstreamPool> pools = new ConcurrentHashMap<>();
        Endpoint endpoint = loops.listen(port, client -> {
            tally.connected();
            Function<EventLoop, UpstreamPool> make =
                    loop -> new UpstreamPool(loops, loop, settings.delayNanos(), upstream);
            UpstreamPool pool = settings.keepsUpstream()
                    ? pools.computeIfAbsent(client.eventLoop(), make)
                    : make.apply(client.eventLoop());
            if (!settings.keepsUpstream()) {
                client.closeFuture().addListener(closed -> pool.close());
            }
            if (settings.tls().isPresent()) {
                client.pipeline().addLast(settings.tls().get().handler());
                client.pipeline().addLast(new Agreed(settings, tally, pool));
            } else {
                http1(client.pipeline(), settings, tally, pool);
            }
        });
        return new Proxy(new Ends(endpoint, upstream), tally, upstream);
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public Tally tally() {
        return tally;
    }

    @Override
    public int resetUpstream() {
        return Reset.all(upstream);
    }

    private static void http1(ChannelPipeline pipeline, ProxySettings settings, Tally tally, UpstreamPool pool) {
        HttpDecoderConfig config = new HttpDecoderConfig()
                .setMaxInitialLineLength(settings.limits().lineBytes())
                .setMaxHeaderSize(settings.limits().headerBytes());
        pipeline.addLast(new HttpServerCodec(config));
        pipeline.addLast(new Conversation(settings, tally, pool, false));
    }

    private static void http2(ChannelPipeline pipeline, ProxySettings settings, Tally tally, UpstreamPool pool) {
        pipeline.addLast(Http2FrameCodecBuilder.forServer()
                .initialSettings(Http2Settings.defaultSettings()
                        .maxHeaderListSize(settings.limits().headerBytes()))
                .build());
        pipeline.addLast(new Http2MultiplexHandler(new ChannelInitializer<Channel>() {
            @Override
            protected void initChannel(Channel stream) {
                stream.pipeline().addLast(new Http2StreamFrameToHttpObjectCodec(true));
                stream.pipeline().addLast(new Conversation(settings, tally, pool, true));
            }
        }));
    }

    /** What listens, and ends the connections to the targets with its own. */
    private record Ends(Endpoint listening, Set<Channel> upstream) implements Endpoint {
        @Override
        public InetSocketAddress address() {
            return listening.address();
        }

        @Override
        public void close() {
            listening.close();
            upstream.forEach(Channel::close);
        }
    }

    /** Waits for the end of the handshake: which protocol was agreed on. */
    private static final class Agreed extends ApplicationProtocolNegotiationHandler {
        private final ProxySettings settings;
        private final Tally tally;
        private final UpstreamPool pool;

        Agreed(ProxySettings settings, Tally tally, UpstreamPool pool) {
            super(ApplicationProtocolNames.HTTP_1_1);
            this.settings = settings;
            this.tally = tally;
            this.pool = pool;
        }

        @Override
        protected void configurePipeline(ChannelHandlerContext ctx, String protocol) {
            if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
                http2(ctx.pipeline(), settings, tally, pool);
            } else {
                http1(ctx.pipeline(), settings, tally, pool);
            }
        }

        @Override
        protected void handshakeFailure(ChannelHandlerContext ctx, Throwable cause) {
            tally.refused(Reason.HANDSHAKE);
            ctx.close();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
            ctx.close();
        }
    }
}

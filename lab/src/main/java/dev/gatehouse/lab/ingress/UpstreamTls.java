package dev.gatehouse.lab.ingress;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.util.function.Consumer;

/** How TLS begins towards an upstream. */
final class UpstreamTls {
    private UpstreamTls() {}

    /** Puts TLS into the pipeline where the upstream speaks it. */
    static void begin(Cluster cluster, ChannelPipeline pipeline) {
        cluster.tls().ifPresent(context -> pipeline.addLast(handler(context, cluster, pipeline.channel())));
    }

    /** Tells whether the handshake went well, at once where there is none. */
    static void ready(Channel channel, Consumer<Boolean> told) {
        SslHandler handler = channel.pipeline().get(SslHandler.class);
        if (handler == null) {
            told.accept(true);
        } else {
            handler.handshakeFuture().addListener(done -> told.accept(done.isSuccess()));
        }
    }

    private static SslHandler handler(SslContext context, Cluster cluster, Channel channel) {
        String name = cluster.serverName();
        return name.isEmpty() ? context.newHandler(channel.alloc()) : context.newHandler(channel.alloc(), name, 443);
    }
}

package dev.gatehouse.load;

import dev.gatehouse.load.protocol.Dialler;
import io.gatling.http.util.SslContexts;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.function.Consumer;

/**
 * Connections as Gatling's own client opens them: by its transport, with its TLS.
 *
 * @param transport makes channels for Gatling's loops
 * @param tls whom it trusts, and what it shows
 * @param call where to
 */
record GatlingDialler(ChannelFactory<? extends SocketChannel> transport, SslContexts tls, Call call)
        implements Dialler {
    @Override
    public ChannelFuture dial(EventLoop loop, boolean http2, Consumer<ChannelPipeline> then) {
        URI url = URI.create(call.url());
        boolean secured = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : secured ? 443 : 80;
        return new Bootstrap()
                .group(loop)
                .channelFactory(transport)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        if (secured) {
                            SslContext context = http2 ? tls.getAlpnSslContext() : tls.getSslContext();
                            channel.pipeline().addLast(context.newHandler(channel.alloc(), url.getHost(), port));
                        }
                        then.accept(channel.pipeline());
                    }
                })
                .connect(InetSocketAddress.createUnresolved(
                        call.address().isEmpty() ? url.getHost() : call.address(), port));
    }
}

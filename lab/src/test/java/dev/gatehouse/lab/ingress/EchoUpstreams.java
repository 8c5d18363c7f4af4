package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.envoy.Upstreams;
import dev.gatehouse.lab.http.HttpServing;
import dev.gatehouse.lab.net.Authority;
import dev.gatehouse.lab.net.Endpoint;
import dev.gatehouse.lab.net.Identity;
import dev.gatehouse.lab.net.Loops;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Servers on loopback, one for each upstream, that answer 200 with their name and with the path and the host that they
 * saw, in whatever is spoken to them: TLS or not, HTTP/1.1 or HTTP/2.
 */
final class EchoUpstreams implements AutoCloseable {
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();
    private final Map<String, List<String>> copies = new HashMap<>();
    private final SslContext tls;

    EchoUpstreams(Loops loops, Collection<String> names) throws javax.net.ssl.SSLException {
        Identity identity = Authority.create("echo").server(List.of("echo"));
        tls = SslContextBuilder.forServer(identity.key(), identity.chain())
                .applicationProtocolConfig(new ApplicationProtocolConfig(
                        ApplicationProtocolConfig.Protocol.ALPN,
                        ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                        ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                        "h2",
                        "http/1.1"))
                .build();
        for (String name : names) {
            HttpServing serving = HttpServing.with(() -> new Echo(name));
            endpoints.put(name, loops.listen(channel -> begin(channel, serving)));
        }
    }

    private void begin(Channel channel, HttpServing serving) {
        channel.pipeline().addLast(new ByteToMessageDecoder() {
            @Override
            protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
                if (in.getUnsignedByte(in.readerIndex()) == 0x16) {
                    context.pipeline().addLast(tls.newHandler(context.alloc()));
                    serving.afterTls(context.pipeline());
                } else {
                    serving.cleartext(context.pipeline());
                }
                context.pipeline().remove(this);
            }

            @Override
            public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
                context.close();
            }
        });
    }

    /** Where they are. */
    Upstreams addresses() {
        Upstreams upstreams = Upstreams.none();
        for (Map.Entry<String, Endpoint> endpoint : endpoints.entrySet()) {
            upstreams = upstreams.with(
                    endpoint.getKey(),
                    "127.0.0.1",
                    endpoint.getValue().address().getPort());
        }
        return upstreams;
    }

    /**
     * Who has got copies of the request whose header {@code x-probe} says {@code probe}; waits for as many as are due.
     */
    List<String> copies(String probe, int due) {
        synchronized (copies) {
            long end = System.nanoTime() + 10_000_000_000L;
            while (copies.getOrDefault(probe, List.of()).size() < due && System.nanoTime() < end) {
                try {
                    copies.wait(100);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return List.copyOf(copies.getOrDefault(probe, List.of()));
        }
    }

    @Override
    public void close() {
        endpoints.values().forEach(Endpoint::close);
    }

    private final class Echo extends SimpleChannelInboundHandler<HttpObject> {
        private final String name;
        private @Nullable HttpRequest request;

        Echo(String name) {
            this.name = name;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject part) {
            if (part instanceof HttpRequest head) {
                request = head;
            }
            HttpRequest asked = request;
            if (!(part instanceof LastHttpContent) || asked == null) {
                return;
            }
            String host = asked.headers().get("host", "");
            if (host.contains("-shadow")) {
                synchronized (copies) {
                    copies.computeIfAbsent(asked.headers().get("x-probe", ""), probe -> new ArrayList<>())
                            .add(name);
                    copies.notifyAll();
                }
            }
            String upgrade = asked.headers().get("upgrade", "");
            DefaultFullHttpResponse answer = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1,
                    upgrade.isEmpty() ? HttpResponseStatus.OK : HttpResponseStatus.SWITCHING_PROTOCOLS);
            if (upgrade.isEmpty()) {
                answer.headers().set("content-length", 0);
            } else {
                answer.headers().set("connection", "Upgrade").set("upgrade", upgrade);
            }
            answer.headers()
                    .set("x-upstream", name)
                    .set("x-target", asked.uri())
                    .set("x-host", host);
            context.writeAndFlush(answer);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }
    }
}

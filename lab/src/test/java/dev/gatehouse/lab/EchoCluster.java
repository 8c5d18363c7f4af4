package dev.gatehouse.lab;

import dev.gatehouse.lab.net.Endpoint;
import dev.gatehouse.lab.net.Identity;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.lab.stage.Asked;
import dev.gatehouse.lab.tls.TlsListener;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.Topology;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for the ingress and the models: each port answers for the hosts of its entries and the paths of their
 * models, and says who asked. The query asks for more: {@code delay} and {@code gap} in milliseconds, {@code bytes},
 * {@code pieces}, {@code hang}, {@code reset}.
 */
final class EchoCluster implements Cluster {
    private static final int MOST = 16 * 1024 * 1024;

    private final AtomicInteger hanging = new AtomicInteger();
    private final Topology topology;
    private final Map<SeamPort, List<Endpoint>> byPort = new LinkedHashMap<>();

    EchoCluster(Topology topology, LabOptions options, Site site) {
        this.topology = topology;
        for (SeamPort port : topology.seam().ports()) {
            List<Endpoint> zones = new ArrayList<>();
            for (int zone = 0; zone < options.zones(); zone++) {
                zones.add(listen(port, zone, site));
            }
            byPort.put(port, zones);
        }
    }

    private Endpoint listen(SeamPort port, int zone, Site site) {
        List<Entry> entries = topology.spec().entries().stream()
                .filter(entry -> port.entries().contains(entry.name()))
                .toList();
        Map<String, Identity> certificates = new LinkedHashMap<>();
        entries.forEach(entry -> certificates.put(entry.host(), site.server(entry.host())));
        boolean verifies = port.trust().mutualTls()
                && port.carriesTls()
                && !port.terminatesTls()
                && entries.stream()
                        .anyMatch(entry -> topology.certificateHeader(entry).isEmpty());
        Optional<TlsListener> tls = port.carriesTls()
                ? Optional.of(TlsListener.of(
                        certificates,
                        verifies ? List.of(site.authority().certificate()) : List.of(),
                        TlsListener.HTTP_1))
                : Optional.empty();
        return site.loops().listen(channel -> {
            tls.ifPresent(each -> channel.pipeline().addLast(each.handler()));
            channel.pipeline().addLast(new HttpServerCodec(65_536, 131_072, 8_192));
            channel.pipeline().addLast(new HttpObjectAggregator(MOST));
            channel.pipeline().addLast(new Answering(port, zone, entries));
        });
    }

    /** How many requests have come that it never answers. */
    int hanging() {
        return hanging.get();
    }

    @Override
    public List<InetSocketAddress> targets(SeamPort port) {
        return byPort.getOrDefault(port, List.of()).stream()
                .map(Endpoint::address)
                .toList();
    }

    @Override
    public void kill(int target) {
        byPort.values().forEach(zones -> zones.get(target).close());
    }

    @Override
    public void killModels(int zone) {
        // an echo has no models behind it
    }

    @Override
    public void giveUp(int zone) {
        // an echo has no models behind it
    }

    @Override
    public Optional<ModelServer> models() {
        return Optional.empty();
    }

    @Override
    public void reload() {
        throw new IllegalStateException("an echo has no routes");
    }

    @Override
    public List<Finding> findings() {
        return List.of();
    }

    @Override
    public void close() {
        byPort.values().forEach(zones -> zones.forEach(Endpoint::close));
    }

    private final class Answering extends SimpleChannelInboundHandler<FullHttpRequest> {
        private final SeamPort port;
        private final int zone;
        private final List<Entry> entries;

        Answering(SeamPort port, int zone, List<Entry> entries) {
            this.port = port;
            this.zone = zone;
            this.entries = entries;
        }

        @Override
        protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
            String host = request.headers().get(HttpHeaderNames.HOST, "").split(":", 2)[0];
            Optional<Entry> entry =
                    entries.stream().filter(each -> each.host().equals(host)).findFirst();
            Optional<String> model = entry.flatMap(
                            each -> new ModelPaths(topology.spec().modelsOf(each)).of(request))
                    .map(each -> each.name())
                    .filter(name -> port.model().map(name::equals).orElse(true));
            QueryStringDecoder query = new QueryStringDecoder(request.uri());
            if (number(query, "reset") > 0) {
                ctx.channel().config().setOption(io.netty.channel.ChannelOption.SO_LINGER, 0);
                ctx.close();
            } else if ("websocket".equalsIgnoreCase(request.headers().get(HttpHeaderNames.UPGRADE))) {
                upgrade(ctx, model);
            } else if (number(query, "hang") == 0) {
                answer(ctx, request, model, query);
            } else {
                hanging.incrementAndGet();
            }
        }

        private void answer(
                ChannelHandlerContext ctx, FullHttpRequest request, Optional<String> model, QueryStringDecoder query) {
            HttpResponse head = new DefaultHttpResponse(
                    HttpVersion.HTTP_1_1, model.isPresent() ? HttpResponseStatus.OK : HttpResponseStatus.NOT_FOUND);
            head.headers()
                    .set("x-model", model.orElse("none"))
                    .set("x-zone", String.valueOf(zone))
                    .set("x-port", port.name())
                    .set("x-path", Asked.path(request))
                    .set(
                            "x-source",
                            ((InetSocketAddress) ctx.channel().remoteAddress())
                                    .getAddress()
                                    .getHostAddress())
                    .set("x-body-bytes", request.content().readableBytes());
            request.headers()
                    .forEach(header -> head.headers()
                            .add("echo-" + header.getKey().toLowerCase(java.util.Locale.ROOT), header.getValue()));
            int pieces = Math.max(1, number(query, "pieces"));
            int bytes = number(query, "bytes");
            HttpUtil.setTransferEncodingChunked(head, true);
            ctx.executor()
                    .schedule(
                            () -> {
                                ctx.writeAndFlush(head);
                                piece(ctx, pieces, bytes, number(query, "gap"));
                            },
                            number(query, "delay"),
                            TimeUnit.MILLISECONDS);
        }

        private void piece(ChannelHandlerContext ctx, int left, int bytes, int gap) {
            ByteBuf piece = Unpooled.wrappedBuffer(
                    bytes == 0 ? "piece\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII) : new byte[bytes]);
            ctx.writeAndFlush(new DefaultHttpContent(piece));
            if (left > 1) {
                ctx.executor().schedule(() -> piece(ctx, left - 1, bytes, gap), gap, TimeUnit.MILLISECONDS);
            } else {
                ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
            }
        }

        /** After the upgrade it sends back whatever it gets. */
        private void upgrade(ChannelHandlerContext ctx, Optional<String> model) {
            DefaultFullHttpResponse switching = new DefaultFullHttpResponse(
                    HttpVersion.HTTP_1_1, HttpResponseStatus.SWITCHING_PROTOCOLS, Unpooled.EMPTY_BUFFER);
            switching
                    .headers()
                    .set("x-model", model.orElse("none"))
                    .set(HttpHeaderNames.CONNECTION, "Upgrade")
                    .set(HttpHeaderNames.UPGRADE, "websocket");
            Channel channel = ctx.channel();
            ctx.writeAndFlush(switching).addListener(written -> {
                channel.pipeline().addLast(new ChannelInboundHandlerAdapter() {
                    @Override
                    public void channelRead(ChannelHandlerContext raw, Object msg) {
                        raw.writeAndFlush(msg);
                    }
                });
                channel.pipeline().remove(this);
                channel.pipeline().remove(HttpObjectAggregator.class);
                channel.pipeline().remove(HttpServerCodec.class);
            });
        }

        private int number(QueryStringDecoder query, String name) {
            return query.parameters().getOrDefault(name, List.of("0")).stream()
                    .mapToInt(Integer::parseInt)
                    .sum();
        }
    }
}

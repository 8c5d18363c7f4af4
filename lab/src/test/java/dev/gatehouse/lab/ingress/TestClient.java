package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.Upstream;
import dev.gatehouse.ambassador.route.UpstreamSettings;
import dev.gatehouse.lab.net.Identity;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.model.finding.Place;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ServerChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends requests over HTTP/1.1 or HTTP/2, with TLS or without, and keeps what comes back. */
final class TestClient {
    private static final long PATIENCE_SECONDS = 30;

    /** What came back; status 0 where the connection broke before or during the answer. */
    record Got(int status, Map<String, String> headers, String text, Map<String, String> trailers, int pieces) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        byte[] bytes() {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private final Cluster cluster;
    private final Loops loops;
    private final String host;
    private final Set<Channel> opened = ConcurrentHashMap.newKeySet();

    private TestClient(Cluster cluster, Loops loops, String host) {
        this.cluster = cluster;
        this.loops = loops;
        this.host = host;
    }

    /** A client in the clear. */
    static TestClient plain(Loops loops, InetSocketAddress address, String host, boolean http2) {
        return new TestClient(cluster(loops, address, host, http2, Optional.empty()), loops, host);
    }

    /** A client over TLS, perhaps with a certificate. */
    static TestClient secure(
            Loops loops, InetSocketAddress address, String host, boolean http2, Optional<Identity> shown) {
        try {
            SslContextBuilder builder = SslContextBuilder.forClient()
                    .endpointIdentificationAlgorithm(null)
                    .trustManager(InsecureTrustManagerFactory.INSTANCE);
            if (http2) {
                builder.applicationProtocolConfig(new io.netty.handler.ssl.ApplicationProtocolConfig(
                        io.netty.handler.ssl.ApplicationProtocolConfig.Protocol.ALPN,
                        io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                        io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                        "h2"));
            }
            shown.ifPresent(identity -> builder.keyManager(identity.key(), identity.chain()));
            return new TestClient(cluster(loops, address, host, http2, Optional.of(builder.build())), loops, host);
        } catch (SSLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cluster cluster(
            Loops loops, InetSocketAddress address, String host, boolean http2, Optional<SslContext> tls) {
        Upstream upstream = new Upstream(
                "client",
                "client",
                new Origin("", "client", "", Place.ofBuilder()),
                new Upstream.Target.Address(host, address.getPort()),
                new Upstream.Tls.Cleartext(),
                new UpstreamSettings(http2, Duration.ofSeconds(10), "round_robin", List.of(), "", host, Map.of()));
        return new Cluster(upstream, List.of(address), tls, loops);
    }

    Got get(String target, String... headers) {
        return send(HttpMethod.GET, target, new byte[0], headers);
    }

    Got post(String target, byte[] body, String... headers) {
        return send(HttpMethod.POST, target, body, headers);
    }

    Got send(HttpMethod method, String target, byte[] body, String... headers) {
        try {
            return begin(method, target, body, headers).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(method + " " + target + " is not answered", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends without waiting for the answer. */
    CompletableFuture<Got> begin(HttpMethod method, String target, byte[] body, String... headers) {
        HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, method, target);
        request.headers().set("host", host);
        for (String header : headers) {
            int colon = header.indexOf(':');
            request.headers()
                    .add(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        if (body.length > 0) {
            request.headers().set("content-length", body.length);
        }
        Asked asked = new Asked(request, body);
        var loop = loops.group().next();
        loop.execute(() -> cluster.hosts(loop).acquire(asked));
        asked.hosts = cluster.hosts(loop);
        return asked.answer;
    }

    /** Breaks all its connections off, whatever is under way. */
    void leave() {
        opened.forEach(channel -> {
            Channel parent = channel.parent();
            (parent == null || parent instanceof ServerChannel ? channel : parent)
                    .close()
                    .syncUninterruptibly();
        });
    }

    private final class Asked implements Turn {
        private final HttpRequest request;
        private final byte[] body;
        private final CompletableFuture<Got> answer = new CompletableFuture<>();
        private final ByteArrayOutputStream got = new ByteArrayOutputStream();
        private final List<Integer> statuses = new ArrayList<>();
        private Map<String, String> headers = Map.of();
        private int pieces;
        private boolean reusable;
        private @Nullable Line line;
        private @Nullable Hosts hosts;

        Asked(HttpRequest request, byte[] body) {
            this.request = request;
            this.body = body;
        }

        @Override
        public void opened(Line way) {
            line = way;
            opened.add(way.channel());
            way.channel().write(request);
            way.channel().writeAndFlush(new DefaultLastHttpContent(Unpooled.wrappedBuffer(body)));
        }

        @Override
        public void failed(Failure failure) {
            answer.complete(new Got(0, Map.of(), "", Map.of(), 0));
        }

        @Override
        public void answered(HttpObject part) {
            if (part instanceof HttpResponse response) {
                statuses.add(response.status().code());
                headers = map(response.headers());
                reusable = HttpUtil.isKeepAlive(response);
            }
            if (part instanceof HttpContent content) {
                pieces += content.content().isReadable() ? 1 : 0;
                byte[] bytes = new byte[content.content().readableBytes()];
                content.content().readBytes(bytes);
                got.writeBytes(bytes);
            }
            if (part instanceof LastHttpContent last) {
                Line open = line;
                line = null;
                if (open != null && hosts != null) {
                    hosts.release(open, reusable);
                }
                answer.complete(new Got(
                        statuses.get(statuses.size() - 1),
                        headers,
                        got.toString(StandardCharsets.ISO_8859_1),
                        map(last.trailingHeaders()),
                        pieces));
            }
            ReferenceCountUtil.release(part);
        }

        private Map<String, String> map(HttpHeaders headers) {
            Map<String, String> map = new HashMap<>();
            headers.forEach(header -> map.put(header.getKey().toLowerCase(java.util.Locale.ROOT), header.getValue()));
            return map;
        }

        @Override
        public void paused() {}

        @Override
        public void broken() {
            answer.complete(new Got(0, headers, got.toString(StandardCharsets.ISO_8859_1), Map.of(), pieces));
        }

        @Override
        public void writable() {}
    }
}

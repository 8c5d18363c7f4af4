package dev.gatehouse.lab.side;

import dev.gatehouse.ambassador.envoy.Upstreams;
import dev.gatehouse.ambassador.route.Globals.OutsideService;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.Upstream;
import dev.gatehouse.lab.http.GrpcService;
import dev.gatehouse.lab.http.HttpServing;
import dev.gatehouse.lab.http.Proto;
import dev.gatehouse.lab.net.Authority;
import dev.gatehouse.lab.net.Endpoint;
import dev.gatehouse.lab.net.Identity;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.lab.net.Pace;
import dev.gatehouse.model.spec.Plan;
import dev.gatehouse.model.spec.PlatformSpec;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;

/**
 * The services of a route table that the ingress asks, each on a loopback port: its AuthService and its
 * RateLimitService. Thread-safe.
 */
public final class SideServices implements AutoCloseable {
    private final Map<String, Endpoint> endpoints = new LinkedHashMap<>();

    private SideServices() {}

    /**
     * Starts those that the table has.
     *
     * @param table whose services they are
     * @param spec what tokens and plans mean
     * @param verifier tells whether a token may be believed
     * @param loops where they live
     * @param authority issues the certificates of those that speak TLS
     * @param pace fills the limiter's buckets
     * @param held a plan as the limiter holds it
     */
    public static SideServices start(
            RouteTable table,
            PlatformSpec spec,
            TokenVerifier verifier,
            Loops loops,
            Authority authority,
            Pace pace,
            UnaryOperator<Plan> held) {
        SideServices services = new SideServices();
        TokenService tokens = new TokenService(spec, verifier);
        Limiter limiter = new Limiter(spec, pace, held);
        Map<String, Map<String, UnaryOperator<Proto>>> kinds = Map.of(
                "AuthService", Map.of(TokenService.METHOD, tokens::check),
                "RateLimitService", Map.of(Limiter.METHOD, limiter::shouldRateLimit));
        for (OutsideService service : table.globals().services()) {
            Map<String, UnaryOperator<Proto>> methods = kinds.getOrDefault(service.kind(), Map.of());
            Optional<Upstream> upstream = table.upstream(service.upstream());
            if (!methods.isEmpty() && upstream.isPresent()) {
                services.listen(upstream.get(), methods, loops, authority);
            }
        }
        return services;
    }

    private void listen(
            Upstream upstream, Map<String, UnaryOperator<Proto>> methods, Loops loops, Authority authority) {
        HttpServing serving = HttpServing.with(() -> new GrpcService(methods));
        boolean cleartext = upstream.tls() instanceof Upstream.Tls.Cleartext;
        Optional<SslContext> tls = cleartext ? Optional.empty() : Optional.of(tls(upstream, authority));
        endpoints.put(upstream.target().text(), loops.listen(channel -> {
            if (tls.isPresent()) {
                channel.pipeline().addLast(tls.get().newHandler(channel.alloc()));
                serving.afterTls(channel.pipeline());
            } else {
                serving.cleartext(channel.pipeline());
            }
        }));
    }

    private static SslContext tls(Upstream upstream, Authority authority) {
        Identity identity = authority.server(
                List.of(upstream.target().text().replaceFirst(":.*", "").replace('/', '.')));
        try {
            return SslContextBuilder.forServer(identity.key(), identity.chain())
                    .applicationProtocolConfig(new ApplicationProtocolConfig(
                            ApplicationProtocolConfig.Protocol.ALPN,
                            ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
                            ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
                            "h2"))
                    .build();
        } catch (SSLException e) {
            throw new IllegalStateException("no TLS for " + upstream.name() + ": " + e.getMessage(), e);
        }
    }

    /** The same upstreams and these services. */
    public Upstreams join(Upstreams upstreams) {
        Upstreams joined = upstreams;
        for (Map.Entry<String, Endpoint> endpoint : endpoints.entrySet()) {
            joined = joined.with(
                    endpoint.getKey(),
                    "127.0.0.1",
                    endpoint.getValue().address().getPort());
        }
        return joined;
    }

    @Override
    public void close() {
        endpoints.values().forEach(Endpoint::close);
    }
}

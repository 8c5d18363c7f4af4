package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.FilterChain;
import dev.gatehouse.ambassador.route.Globals;
import dev.gatehouse.ambassador.route.Globals.OutsideService;
import dev.gatehouse.ambassador.route.Limit;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.Upstream;
import dev.gatehouse.ambassador.route.UpstreamSettings;
import dev.gatehouse.ambassador.route.VirtualHost;
import dev.gatehouse.lab.net.Pace;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A route table whose time limits go by the lab's clock, for either engine. What a connection takes to be made, and
 * what side services may take, stay as they are: handshakes are no faster in a lab whose clock is.
 */
final class Paced {
    private static final List<String> MODULE = List.of("listener_idle_timeout_ms");
    private static final List<String> UPSTREAM =
            List.of("cluster_idle_timeout_ms", "cluster_max_connection_lifetime_ms");
    private static final String ANSWER = "timeout_ms";
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Pace pace;

    private Paced(Pace pace) {
        this.pace = pace;
    }

    static RouteTable of(RouteTable table, Pace pace) {
        return pace.equals(Pace.REAL) ? table : new Paced(pace).paced(table);
    }

    private RouteTable paced(RouteTable table) {
        return new RouteTable(
                table.listeners().stream().map(this::paced).toList(),
                table.upstreams().stream().map(this::paced).toList(),
                table.tlsContexts(),
                table.candidates(),
                table.problems(),
                new Globals(
                        paced(table.globals().module(), MODULE),
                        table.globals().services().stream().map(this::paced).toList()));
    }

    private Listener paced(Listener listener) {
        return new Listener(
                listener.name(),
                listener.origin(),
                listener.address(),
                listener.port(),
                listener.protocols(),
                listener.security(),
                listener.trustedHops(),
                listener.statsPrefix(),
                listener.http2Streams(),
                listener.chains().stream().map(this::paced).toList());
    }

    private FilterChain paced(FilterChain chain) {
        return chain instanceof FilterChain.Http http
                ? new FilterChain.Http(
                        http.serverNames(),
                        http.tlsContext(),
                        http.virtualHosts().stream().map(this::paced).toList())
                : chain;
    }

    private VirtualHost paced(VirtualHost host) {
        return new VirtualHost(
                host.listener(),
                host.domains(),
                host.origin(),
                host.routes().stream().map(this::paced).toList());
    }

    private Route paced(Route route) {
        if (!(route.action() instanceof Action.Forward forward)) {
            return route;
        }
        Map<Limit, Duration> limits = new EnumMap<>(Limit.class);
        limits.put(Limit.IDLE, Forwarding.SILENCE);
        limits.putAll(forward.limits());
        limits.replaceAll((limit, duration) -> paced(duration));
        return new Route(
                route.match(),
                new Action.Forward(
                        forward.upstream(),
                        forward.path(),
                        forward.host(),
                        limits,
                        forward.retry(),
                        forward.mirrors(),
                        forward.extras(),
                        forward.authorization()),
                route.origin());
    }

    private Upstream paced(Upstream upstream) {
        UpstreamSettings settings = upstream.settings();
        return new Upstream(
                upstream.name(),
                upstream.longName(),
                upstream.origin(),
                upstream.target(),
                upstream.tls(),
                new UpstreamSettings(
                        settings.http2(),
                        pace.unhurried(settings.connectTimeout()),
                        settings.balancing(),
                        settings.circuitBreakers(),
                        settings.statsName(),
                        settings.hostRewrite(),
                        paced(settings.others(), UPSTREAM)));
    }

    private OutsideService paced(OutsideService service) {
        Map<String, Object> settings = new HashMap<>(service.settings());
        settings.computeIfPresent(
                ANSWER,
                (key, value) -> value instanceof BigDecimal millis
                        ? BigDecimal.valueOf(pace.unhurried(Duration.ofMillis(millis.longValue()))
                                .toMillis())
                        : value);
        return new OutsideService(service.kind(), service.origin(), settings, service.upstream(), service.broken());
    }

    private Map<String, Object> paced(Map<String, Object> settings, List<String> names) {
        Map<String, Object> paced = new HashMap<>(settings);
        for (String name : names) {
            paced.computeIfPresent(
                    name,
                    (key, value) -> value instanceof BigDecimal millis && millis.signum() > 0
                            ? BigDecimal.valueOf(pace.nanos(Duration.ofMillis(millis.longValue())))
                                    .movePointLeft(6)
                                    .setScale(0, RoundingMode.CEILING)
                            : value);
        }
        return paced;
    }

    private Duration paced(Duration duration) {
        if (duration.isZero() || duration.isNegative()) {
            return duration;
        }
        Duration shorter = Duration.ofNanos(pace.nanos(duration));
        return shorter.compareTo(SHORTEST) < 0 ? SHORTEST : shorter;
    }
}

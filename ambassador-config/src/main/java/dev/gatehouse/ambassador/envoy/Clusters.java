package dev.gatehouse.ambassador.envoy;

import dev.gatehouse.ambassador.route.CircuitBreaker;
import dev.gatehouse.ambassador.route.Upstream;
import dev.gatehouse.ambassador.route.UpstreamSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Upstreams as Envoy's clusters. */
final class Clusters {
    private static final String HTTP_OPTIONS = "extensions.upstreams.http.v3.HttpProtocolOptions";
    private static final List<String> LIMITS =
            List.of("max_connections", "max_pending_requests", "max_requests", "max_retries");
    private static final List<String> KEEPALIVE = List.of("time", "interval", "probes");

    private final Upstreams placed;
    private final TlsSettings tls;

    Clusters(Upstreams placed, TlsSettings tls) {
        this.placed = placed;
        this.tls = tls;
    }

    List<Block> all(List<Upstream> upstreams) {
        return upstreams.stream().map(this::cluster).toList();
    }

    private Block cluster(Upstream upstream) {
        UpstreamSettings settings = upstream.settings();
        Settings others = new Settings(settings.others());
        List<Upstreams.Address> moved = placed.of(upstream);
        List<Upstreams.Address> addresses = moved.isEmpty() ? List.of(Upstreams.own(upstream)) : moved;
        boolean fixed = !moved.isEmpty() && moved.stream().allMatch(Upstreams.Address::isNumeric);
        Block block = new Block()
                .put("name", upstream.name())
                .putText("alt_stat_name", settings.statsName())
                .put("type", fixed ? "STATIC" : resolution(others))
                .put("connect_timeout", settings.connectTimeout())
                .put("lb_policy", settings.balancing().toUpperCase(Locale.ROOT));
        if (!fixed) {
            block.put("dns_lookup_family", family(others)).putFlag("respect_dns_ttl", others.flag("respect_dns_ttl"));
        }
        block.put("load_assignment", assignment(upstream, addresses))
                .putBlock("circuit_breakers", breakers(settings.circuitBreakers()))
                .putBlock("upstream_connection_options", keepalive(others));
        if (upstream.target() instanceof Upstream.Target.Endpoints) {
            block.putAll(
                    "health_checks",
                    others.maps("health_checks").stream().map(HealthChecks::of).toList());
        }
        if (upstream.tls() instanceof Upstream.Tls.ByContext context) {
            block.put("transport_socket", tls.originating(Optional.of(context.context()), settings.hostRewrite()));
        } else if (upstream.tls() instanceof Upstream.Tls.Unverified) {
            block.put("transport_socket", tls.originating(Optional.empty(), settings.hostRewrite()));
        }
        return block.put("typed_extension_protocol_options", http(settings, others));
    }

    private static String resolution(Settings others) {
        return others.text("dns_type").equalsIgnoreCase("logical_dns") ? "LOGICAL_DNS" : "STRICT_DNS";
    }

    private static String family(Settings others) {
        boolean four = others.flag("enable_ipv4", true);
        return others.flag("enable_ipv6") ? (four ? "AUTO" : "V6_ONLY") : "V4_ONLY";
    }

    private static Block assignment(Upstream upstream, List<Upstreams.Address> addresses) {
        List<Block> endpoints =
                addresses.stream().map(address -> endpoint(upstream, address)).toList();
        return new Block()
                .put("cluster_name", upstream.name())
                .put("endpoints", List.of(new Block().put("lb_endpoints", endpoints)));
    }

    private static Block endpoint(Upstream upstream, Upstreams.Address address) {
        Block endpoint = new Block().put("address", address.block());
        if (upstream.target() instanceof Upstream.Target.Address own) {
            // What auto_host_rewrite writes, also where another address is given; watched endpoints have no names.
            endpoint.put("hostname", own.host());
        }
        return new Block().put("endpoint", endpoint);
    }

    private static Block breakers(List<CircuitBreaker> breakers) {
        List<Block> thresholds = new ArrayList<>();
        for (CircuitBreaker breaker : breakers) {
            Block threshold = new Block().put("priority", breaker.priority().toUpperCase(Locale.ROOT));
            for (String limit : LIMITS) {
                Long value = breaker.limits().get(limit);
                if (value != null) {
                    threshold.put(limit, value);
                }
            }
            thresholds.add(threshold);
        }
        return new Block().putAll("thresholds", thresholds);
    }

    private static Block keepalive(Settings others) {
        Settings given = others.map("keepalive");
        Block keepalive = new Block();
        for (String name : KEEPALIVE) {
            given.number(name).ifPresent(number -> keepalive.put("keepalive_" + name, number));
        }
        return new Block().putBlock("tcp_keepalive", keepalive);
    }

    private static Block http(UpstreamSettings settings, Settings others) {
        Block common = new Block();
        others.millis("cluster_idle_timeout_ms").ifPresent(idle -> common.put("idle_timeout", idle));
        others.millis("cluster_max_connection_lifetime_ms")
                .ifPresent(longest -> common.put("max_connection_duration", longest));
        Block version =
                new Block().put(settings.http2() ? "http2_protocol_options" : "http_protocol_options", new Block());
        return new Block()
                .put(
                        "envoy." + HTTP_OPTIONS,
                        Block.typed(HTTP_OPTIONS)
                                .putBlock("common_http_protocol_options", common)
                                .put("explicit_http_config", version));
    }
}

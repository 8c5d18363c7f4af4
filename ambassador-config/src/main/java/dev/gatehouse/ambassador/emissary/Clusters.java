package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.CircuitBreaker;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.Upstream;
import dev.gatehouse.ambassador.route.UpstreamSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The upstreams by name. The first resource that asks for a name sets everything; later ones get what is there. */
final class Clusters {
    private static final BigDecimal CONNECT_MILLIS = BigDecimal.valueOf(3_000);
    private static final List<String> OTHERS = List.of(
            "dns_type",
            "respect_dns_ttl",
            "enable_ipv4",
            "enable_ipv6",
            "keepalive",
            "health_checks",
            "cluster_idle_timeout_ms",
            "cluster_max_connection_lifetime_ms");

    private final HttpMappings.Setting setting;
    private final TlsContexts contexts;
    private final Map<String, Upstream> upstreams = new LinkedHashMap<>();

    Clusters(HttpMappings.Setting setting, TlsContexts contexts) {
        this.setting = setting;
        this.contexts = contexts;
    }

    /** All of them, in the order in which they were asked for, their names not shortened yet. */
    Map<String, Upstream> all() {
        return upstreams;
    }

    /**
     * The long name of the upstream that a Mapping asks for.
     *
     * @param origin the Mapping
     * @param values what it says
     * @param marker what sets it apart from others of the same service; empty for nothing
     */
    String of(Origin origin, Attributes values, String marker) {
        return grant(wish(origin, values, marker));
    }

    /**
     * What a Mapping asks for. Changes nothing, so that many can be made up side by side before they are granted in
     * order.
     */
    Wish wish(Origin origin, Attributes values, String marker) {
        Request request = new Request(origin, values);
        String name = request.name(marker);
        return new Wish(origin, name, request.complaints, request.upstream(name), request.ofUpstream);
    }

    /** The long name of the upstream that is wished for, which is set up if nobody has wished for it before. */
    String grant(Wish wish) {
        boolean first = upstreams.putIfAbsent(wish.name(), wish.upstream()) == null;
        wish.complaints().forEach(what -> setting.problems().add(wish.name(), wish.origin(), what));
        if (first) {
            wish.ofUpstream().forEach(what -> setting.problems().add(wish.name(), wish.origin(), what));
        }
        return wish.name();
    }

    /**
     * A wish for an upstream.
     *
     * @param origin whose it is
     * @param name the long name
     * @param complaints what is wrong with it in any case
     * @param upstream what the name stands for if this is the first wish for it
     * @param ofUpstream what is wrong with that
     */
    record Wish(Origin origin, String name, List<String> complaints, Upstream upstream, List<String> ofUpstream) {}

    /** {@code host:port} of a service; without the port where there is none. */
    static String hostAndPort(String service) {
        int scheme = service.indexOf("://");
        return scheme < 0 ? service : service.substring(scheme + 3);
    }

    /** One Mapping's wish for an upstream. */
    private final class Request {
        private final Origin origin;
        private final Attributes values;
        private final List<String> complaints = new ArrayList<>();
        private final List<String> ofUpstream = new ArrayList<>();
        private final Attributes balancing;
        private String service;
        private Upstream.Tls tls = new Upstream.Tls.Cleartext();
        private final List<String> parts = new ArrayList<>();

        Request(Origin origin, Attributes values) {
            this.origin = origin;
            this.values = values;
            this.service = values.text("service");
            this.balancing = values.truthy("load_balancer")
                    ? values.map("load_balancer")
                    : setting.module().map("load_balancer");
        }

        String name(String marker) {
            parts.add("cluster");
            if (!marker.isEmpty()) {
                parts.add(marker);
            }
            parts.add(service);
            chooseTls();
            int scheme = service.indexOf("://");
            if (scheme >= 0) {
                complaints.add("service " + service + " has an unknown scheme: it counts for nothing");
                service = service.substring(scheme + 3);
            }
            if (originates() && values.truthy("host_rewrite")) {
                parts.add("hr-" + values.text("host_rewrite"));
            }
            parts.add(origin.namespace());
            values.list("circuit_breakers")
                    .forEach(breaker -> parts.add(CircuitBreakers.mark(Attributes.mapOf(breaker))));
            if (LoadBalancing.takesEndpoints(balancing)) {
                parts.add(LoadBalancing.mark(balancing));
            }
            return CodePoints.underscored(String.join("_", parts));
        }

        private boolean originates() {
            return !(tls instanceof Upstream.Tls.Cleartext);
        }

        private void chooseTls() {
            String named = values.text("tls");
            boolean any = Boolean.TRUE.equals(values.get("tls").orElse(false));
            boolean known = any || contexts.get(named).isPresent();
            if (values.truthy("tls") && !known) {
                complaints.add("there is no TLSContext " + named + ": no TLS is originated by it");
            }
            Upstream.Tls byContext = known && !any ? new Upstream.Tls.ByContext(named) : new Upstream.Tls.Unverified();
            String lower = service.toLowerCase(Locale.ROOT);
            if (lower.startsWith("https://")) {
                service = service.substring("https://".length());
                tls = byContext;
                parts.add("otls");
            } else if (lower.startsWith("http://")) {
                service = service.substring("http://".length());
                if (known) {
                    complaints.add("tls originates TLS although service " + service + " says http");
                    tls = byContext;
                    parts.add("otls");
                }
            } else if (known) {
                tls = byContext;
                parts.add("otls");
                parts.add(any ? "no-cert-upstream" : named);
            }
        }

        Upstream upstream(String name) {
            List<CircuitBreaker> breakers = CircuitBreakers.of(values.list("circuit_breakers"));
            Map<String, Object> others = new LinkedHashMap<>();
            for (String other : OTHERS) {
                values.get(other).or(() -> setting.module().get(other)).ifPresent(value -> others.put(other, value));
            }
            UpstreamSettings settings = new UpstreamSettings(
                    values.truthy("grpc"),
                    Rounding.millis(values.number("connect_timeout_ms").orElse(CONNECT_MILLIS)),
                    LoadBalancing.takesEndpoints(balancing)
                            ? balancing.text("policy").toLowerCase(Locale.ROOT)
                            : "round_robin",
                    breakers,
                    values.truthy("stats_name") ? values.text("stats_name") : CodePoints.underscored(service),
                    values.text("host_rewrite"),
                    others);
            return new Upstream(name, name, origin, target(), tls, settings);
        }

        private Upstream.Target target() {
            String host = "unknown";
            int port = 0;
            try {
                UrlParts parsed = UrlParts.of("random://" + service);
                if (parsed.rest()) {
                    ofUpstream.add(
                            "service " + service + " has more than a host and a port: the rest counts for nothing");
                }
                if (parsed.host().isEmpty()) {
                    ofUpstream.add("service " + service + " has no host");
                } else {
                    host = parsed.host();
                }
                port = parsed.port();
            } catch (UrlParts.Malformed e) {
                ofUpstream.add("service " + service + " is malformed: " + e.getMessage());
            }
            return Targets.of(
                    host,
                    port == 0 ? (originates() ? 443 : 80) : port,
                    origin.namespace(),
                    setting.resolvers().get(values.text("resolver")).orElse(Resolvers.BY_DNS),
                    setting.module().usesOwnNamespace() ? setting.deployment().namespace() : "");
        }
    }
}

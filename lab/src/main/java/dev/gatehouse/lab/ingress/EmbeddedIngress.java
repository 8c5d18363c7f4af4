package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.envoy.Upstreams;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.Upstream;
import dev.gatehouse.lab.net.Endpoint;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.model.finding.Finding;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslContext;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The router of our own. Thread-safe. */
final class EmbeddedIngress implements Ingress {
    private final IngressOptions options;
    private final Map<Integer, Endpoint> endpoints = new LinkedHashMap<>();
    private final Endpoint health;
    private volatile Routing routing;
    private volatile Map<String, SslContext> tls;
    private volatile List<Finding> findings;

    private EmbeddedIngress(RouteTable table, Upstreams upstreams, IngressOptions options) {
        this.options = options;
        this.health = Health.start(options.loops());
        this.tls = ending(table);
        this.routing = Routing.of(table, clusters(table, upstreams, Map.of()));
        this.findings = PassedOver.of(table);
    }

    static EmbeddedIngress start(RouteTable table, Upstreams upstreams, IngressOptions options) {
        EmbeddedIngress ingress = new EmbeddedIngress(table, upstreams, options);
        for (Listener listener : table.listeners()) {
            Entrance entrance = new Entrance(ingress, listener.port());
            ingress.endpoints.computeIfAbsent(
                    listener.port(), port -> options.loops().listen(entrance::initialize));
        }
        ingress.greet();
        return ingress;
    }

    /** Connects to the services that are asked about requests. */
    private void greet() {
        Manners manners = routing.manners();
        List<Cluster> asked = Stream.of(manners.authorizer(), manners.limiter())
                .flatMap(Optional::stream)
                .flatMap(service -> Optional.ofNullable(routing.cluster(service.upstream())).stream())
                .toList();
        List<EventLoop> loops = new ArrayList<>();
        options.loops().group().forEach(executor -> {
            if (executor instanceof EventLoop loop) {
                loops.add(loop);
            }
        });
        Greeting.all(asked, loops);
    }

    @Override
    public Engine engine() {
        return Engine.EMBEDDED;
    }

    @Override
    public Map<Integer, InetSocketAddress> addresses() {
        Map<Integer, InetSocketAddress> addresses = new LinkedHashMap<>();
        endpoints.forEach((port, endpoint) -> addresses.put(port, endpoint.address()));
        return addresses;
    }

    @Override
    public synchronized void reload(RouteTable unpaced, Upstreams upstreams) {
        RouteTable table = Paced.of(unpaced, options.pace());
        Map<String, Cluster> before = routing.clusters();
        Map<String, Cluster> after = clusters(table, upstreams, before);
        tls = ending(table);
        routing = Routing.of(table, after);
        findings = PassedOver.of(table);
        before.values().stream()
                .filter(cluster -> !after.containsValue(cluster))
                .forEach(Cluster::retire);
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }

    @Override
    public void close() {
        endpoints.values().forEach(Endpoint::close);
        routing.all().forEach(Cluster::retire);
        health.close();
    }

    Routing routing() {
        return routing;
    }

    Draw draw() {
        return options.draw();
    }

    /** What ends TLS, by the name of its context; empty where its certificate is not there. */
    Optional<SslContext> tls(String context) {
        return Optional.ofNullable(tls.get(context));
    }

    private Map<String, SslContext> ending(RouteTable table) {
        TlsContexts contexts = new TlsContexts(table.tlsContexts(), options.certificates());
        Map<String, SslContext> ending = new HashMap<>();
        table.listeners().stream()
                .flatMap(listener -> listener.chains().stream())
                .map(chain -> chain.tlsContext())
                .filter(name -> !name.isEmpty())
                .distinct()
                .forEach(name -> contexts.ending(name).ifPresent(context -> ending.put(name, context)));
        return Map.copyOf(ending);
    }

    private Map<String, Cluster> clusters(RouteTable table, Upstreams upstreams, Map<String, Cluster> before) {
        TlsContexts contexts = new TlsContexts(table.tlsContexts(), options.certificates());
        Loops loops = options.loops();
        Map<String, Cluster> clusters = new HashMap<>();
        for (Upstream upstream : table.upstreams()) {
            List<InetSocketAddress> addresses = addresses(upstream, upstreams);
            Cluster known = before.get(upstream.name());
            clusters.putIfAbsent(
                    upstream.name(),
                    known != null && known.serves(upstream, addresses)
                            ? known
                            : new Cluster(upstream, addresses, contexts.originating(upstream), loops));
        }
        return clusters;
    }

    private List<InetSocketAddress> addresses(Upstream upstream, Upstreams upstreams) {
        List<InetSocketAddress> placed = upstreams.of(upstream).stream()
                .map(address -> new InetSocketAddress(address.host(), address.port()))
                .toList();
        return placed.isEmpty() && upstream.target().text().equals(Health.NAME) ? List.of(health.address()) : placed;
    }
}

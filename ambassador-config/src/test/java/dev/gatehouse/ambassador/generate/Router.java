package dev.gatehouse.ambassador.generate;

import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.FilterChain;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.PathMatch;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.TextMatch;
import dev.gatehouse.ambassador.route.Upstream;
import dev.gatehouse.ambassador.route.ValueMatch;
import dev.gatehouse.ambassador.route.VirtualHost;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Takes requests through a route table as Envoy would: the best domain, then the first route that matches. */
final class Router {
    private static final int DRAWS = 100;

    private final RouteTable table;

    Router(RouteTable table) {
        this.table = table;
    }

    /**
     * A request.
     *
     * @param port the port of the Listener that it comes by
     * @param serverName what its TLS names, or empty
     * @param host its Host header
     * @param path its path
     * @param headers its other headers
     */
    record Request(int port, String serverName, String host, String path, Map<String, String> headers) {}

    /** The upstreams that take a request, with how many of a hundred draws each; {@code 404} where no route does. */
    Map<String, Integer> shares(Request request) {
        Map<String, Integer> shares = new TreeMap<>();
        for (int draw = 0; draw < DRAWS; draw++) {
            shares.merge(route(request, draw).map(this::answer).orElse("404"), 1, Integer::sum);
        }
        return shares;
    }

    /** The first route that takes a request. */
    Optional<Route> route(Request request, int draw) {
        return virtualHost(request)
                .flatMap(host -> host.routes().stream()
                        .filter(route -> matches(route, request, draw))
                        .findFirst());
    }

    private String answer(Route route) {
        return route.action() instanceof Action.Forward forward
                ? target(forward.upstream())
                : route.action().getClass().getSimpleName();
    }

    /** Where an upstream is, as {@code name.namespace:port} whether Envoy or kube-proxy finds its pods. */
    String target(String upstream) {
        Upstream.Target target = table.upstream(upstream).orElseThrow().target();
        return target instanceof Upstream.Target.Endpoints pods
                ? pods.service() + "." + pods.namespace() + ":" + pods.port()
                : target.text();
    }

    private Optional<VirtualHost> virtualHost(Request request) {
        return table.listeners().stream()
                .filter(listener -> listener.port() == request.port())
                .findFirst()
                .flatMap(listener -> chain(listener, request).stream()
                        .filter(host -> host.domains().stream().anyMatch(domain -> isDomain(domain, request.host())))
                        .max(Comparator.comparing(host -> !host.domains().contains("*"))));
    }

    /** The hosts of the chain that a connection gets: by its server name, else the one without; else cleartext. */
    private static List<VirtualHost> chain(Listener listener, Request request) {
        List<FilterChain.Http> chains = listener.chains().stream()
                .filter(FilterChain.Http.class::isInstance)
                .map(FilterChain.Http.class::cast)
                .filter(chain ->
                        chain.tlsContext().isEmpty() == !listener.protocols().contains("TLS"))
                .toList();
        return chains.stream()
                .filter(chain -> chain.serverNames().contains(request.serverName()))
                .findFirst()
                .or(() -> chains.stream()
                        .filter(chain -> chain.serverNames().isEmpty())
                        .findFirst())
                .map(FilterChain.Http::virtualHosts)
                .orElse(List.of());
    }

    private static boolean isDomain(String domain, String host) {
        return domain.equals("*") || domain.equals(host);
    }

    private static boolean matches(Route route, Request request, int draw) {
        Map<String, String> headers = new HashMap<>(request.headers());
        headers.put(":authority", request.host());
        headers.put(":method", "POST");
        headers.put("x-forwarded-proto", "https");
        return matches(route.match().path(), request.path())
                && route.match().headers().stream().allMatch(header -> matches(header, headers))
                && draw < route.match().percentBelow();
    }

    private static boolean matches(PathMatch match, String path) {
        return match instanceof PathMatch.Exact ? path.equals(match.text()) : path.startsWith(match.text());
    }

    private static boolean matches(ValueMatch match, Map<String, String> headers) {
        String value = headers.get(match.name());
        return value != null
                && match.value() instanceof TextMatch.Exact exact
                && exact.text().equals(value);
    }
}

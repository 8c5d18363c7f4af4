package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.ambassador.route.SecurityModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Listener that is valid in itself.
 *
 * @param name its name
 * @param origin the resource
 * @param address the address that it is bound to
 * @param port its port
 * @param protocols its protocols, outermost first
 * @param security how it tells secure requests
 * @param trustedHops how many proxies in front are believed
 * @param statsPrefix the prefix of its metrics
 * @param http2Streams how many streams an HTTP/2 connection may have; 0 where nothing is said
 * @param namespace the namespace of the Hosts that it takes; {@code *} for all
 * @param selector the selector for Hosts; empty for all
 */
record ListenerSetup(
        String name,
        Origin origin,
        String address,
        int port,
        List<String> protocols,
        SecurityModel security,
        int trustedHops,
        String statsPrefix,
        int http2Streams,
        String namespace,
        Attributes selector) {
    static final String EVERY_ADDRESS = "0.0.0.0";
    private static final Map<String, List<String>> STACKS = Map.of(
            "HTTP", List.of("HTTP", "TCP"),
            "HTTPS", List.of("TLS", "HTTP", "TCP"),
            "HTTPPROXY", List.of("PROXY", "HTTP", "TCP"),
            "HTTPSPROXY", List.of("TLS", "PROXY", "HTTP", "TCP"),
            "TCP", List.of("TCP"),
            "TLS", List.of("TLS", "TCP"));

    /** The valid Listeners by what they are bound to, in the order of input. Of two on one port the first is kept. */
    static Map<String, ListenerSetup> all(Store store, Problems problems) {
        Map<String, ListenerSetup> all = new LinkedHashMap<>();
        for (Resource resource : store.of(Kind.LISTENER)) {
            of(resource, problems).ifPresent(setup -> {
                ListenerSetup other = all.putIfAbsent(setup.boundTo(), setup);
                if (other != null) {
                    problems.add(
                            Problems.GLOBAL,
                            setup.origin(),
                            "port " + setup.port() + " is taken already by "
                                    + other.origin().subject());
                }
            });
        }
        return all;
    }

    /** A Listener for a TCPMapping whose port has none. */
    static ListenerSetup forTcp(Origin origin, String address, int port, boolean tls, String namespace) {
        List<String> protocols = STACKS.getOrDefault(tls ? "TLS" : "TCP", List.of());
        return new ListenerSetup(
                "listener-" + address + "-" + port,
                origin,
                address,
                port,
                protocols,
                SecurityModel.SECURE,
                0,
                defaultPrefix(protocols, port),
                0,
                namespace,
                new Attributes());
    }

    private static Optional<ListenerSetup> of(Resource resource, Problems problems) {
        Attributes spec = resource.spec();
        Origin origin = resource.origin();
        int port = Hosts.port(spec, "port");
        if (port == 0) {
            return refused(origin, problems, "port is none of 1 to 65535");
        }
        if (spec.truthy("protocolStack") && spec.truthy("protocol")) {
            problems.add(origin, "protocol and protocolStack exclude each other: protocol is ignored");
        }
        List<String> protocols = spec.truthy("protocolStack")
                ? spec.texts("protocolStack")
                : STACKS.getOrDefault(spec.text("protocol"), List.of());
        String wrong = wrong(spec, protocols);
        if (!wrong.isEmpty()) {
            return refused(origin, problems, wrong);
        }
        Attributes binding = spec.map("hostBinding");
        String from = binding.map("namespace").text("from").toLowerCase(Locale.ROOT);
        if (from.equals("selector")) {
            problems.add(origin, "hostBinding.namespace.from: SELECTOR is not supported: it counts as SELF");
        }
        return Optional.of(new ListenerSetup(
                resource.name(),
                origin,
                EVERY_ADDRESS,
                port,
                protocols,
                security(spec.text("securityModel")),
                spec.number("l7Depth").map(Rounding::whole).orElse(0),
                spec.truthy("statsPrefix") ? spec.text("statsPrefix") : defaultPrefix(protocols, port),
                spec.number("http2MaxConcurrentStreams")
                        .map(BigDecimal::intValue)
                        .orElse(0),
                from.equals("all") ? "*" : resource.namespace(),
                binding.map("selector")));
    }

    private static String wrong(Attributes spec, List<String> protocols) {
        if (protocols.isEmpty()) {
            return spec.truthy("protocol")
                    ? "protocol " + spec.text("protocol") + " can't be used alone"
                    : "neither protocol nor protocolStack is there";
        }
        String last = protocols.get(protocols.size() - 1);
        if (!Set.of("TCP", "UDP").contains(last)) {
            return "the last of protocolStack is neither TCP nor UDP";
        }
        if (last.equals("UDP") && !protocols.contains("HTTP")) {
            return "UDP needs HTTP above it";
        }
        if (!spec.truthy("securityModel")) {
            return "securityModel is missing";
        }
        Attributes binding = spec.map("hostBinding");
        if (!binding.truthy("namespace") && !binding.truthy("selector")) {
            return "hostBinding has neither namespace nor selector";
        }
        if (binding.truthy("namespace") && !binding.map("namespace").truthy("from")) {
            return "hostBinding.namespace.from is missing";
        }
        return binding.truthy("selector") && !binding.map("selector").has("matchLabels")
                ? "hostBinding.selector takes only matchLabels"
                : "";
    }

    private static Optional<ListenerSetup> refused(Origin origin, Problems problems, String what) {
        problems.add(origin, what);
        return Optional.empty();
    }

    private static SecurityModel security(String word) {
        for (SecurityModel model : SecurityModel.values()) {
            if (model.name().equals(word)) {
                return model;
            }
        }
        return SecurityModel.XFP;
    }

    private static String defaultPrefix(List<String> protocols, int port) {
        boolean tls = protocols.contains("TLS");
        if (protocols.contains("HTTP")) {
            return tls ? "ingress_https" : "ingress_http";
        }
        return (tls ? "ingress_tls_" : "ingress_tcp_") + port;
    }

    String boundTo() {
        return (overUdp() ? "udp-" : "tcp-") + address + "-" + port;
    }

    boolean overUdp() {
        return protocols.get(protocols.size() - 1).equals("UDP");
    }

    boolean takes(Host host) {
        return (namespace.equals("*") || namespace.equals(host.origin().namespace()))
                && Selector.matches(selector, host.resource().labels());
    }

    List<Host> taken(List<Host> hosts) {
        List<Host> taken = new ArrayList<>();
        for (Host host : hosts) {
            if (takes(host)) {
                taken.add(host);
            }
        }
        return taken;
    }
}

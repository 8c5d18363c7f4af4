package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.manifest.Kind;
import dev.gatehouse.ambassador.route.Origin;
import dev.gatehouse.model.finding.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sets up the Hosts, and a Host for everything where there is none. */
final class Hosts {
    private static final List<String> TLS_VERSIONS = List.of("v1.0", "v1.1", "v1.2", "v1.3");

    private final TlsContexts contexts;
    private final Problems problems;
    private final List<Host> hosts = new ArrayList<>();

    private Hosts(TlsContexts contexts, Problems problems) {
        this.contexts = contexts;
        this.problems = problems;
    }

    /** The Hosts in the order of input. */
    static List<Host> of(Store store, TlsContexts contexts, Deployment deployment, Problems problems) {
        Hosts all = new Hosts(contexts, problems);
        Set<String> names = new HashSet<>();
        for (Resource resource : store.of(Kind.HOST)) {
            if (names.add(resource.name())) {
                all.setUp(resource).ifPresent(all.hosts::add);
            }
        }
        if (all.hosts.isEmpty()) {
            if (contexts.all().stream().anyMatch(context -> !context.hosts().isEmpty())) {
                problems.add(Problems.GLOBAL, standIn(deployment), "there are TLSContexts that end TLS, but no Host");
            }
            all.hosts.add(everything(deployment));
        }
        return all.hosts;
    }

    /** In the order in which chains and virtual hosts are made. */
    static List<Host> byHostname(List<Host> hosts) {
        return hosts.stream()
                .sorted(Comparator.comparing(Host::hostname, CodePoints.ORDER))
                .toList();
    }

    private static Origin standIn(Deployment deployment) {
        return new Origin("", "default-host", deployment.namespace(), Place.ofFile("<default>"));
    }

    private static Host everything(Deployment deployment) {
        return new Host(
                new Resource("default-host", standIn(deployment), Map.of(), new Attributes()),
                "*",
                Host.InsecureAction.ROUTE,
                new Attributes(),
                Optional.empty());
    }

    private Optional<Host> setUp(Resource resource) {
        Attributes spec = resource.spec();
        String hostname = spec.truthy("hostname") ? spec.text("hostname", "*") : "*";
        String action = spec.map("requestPolicy").map("insecure").text("action", "Redirect");
        Attributes selector = spec.truthy("mappingSelector") ? spec.map("mappingSelector") : spec.map("selector");
        Host plain = new Host(resource, hostname, Host.InsecureAction.of(action), selector, Optional.empty());
        Attributes secret = spec.map("tlsSecret");
        if (!secret.truthy("name")) {
            return Optional.of(plain);
        }
        return context(plain, secret)
                .map(context -> new Host(resource, hostname, plain.insecureAction(), selector, Optional.of(context)))
                .or(() -> Optional.empty());
    }

    /** The context of a Host with a certificate; empty if something is wrong, and then the Host is out. */
    private Optional<TlsContexts.Context> context(Host host, Attributes secret) {
        Attributes spec = host.resource().spec();
        String named = spec.map("tlsContext").text("name");
        boolean inline = spec.truthy("tls");
        String own = host.name() + "-context";
        if (!named.isEmpty() && inline) {
            problems.add(host.origin(), "tlsContext and tls exclude each other: the Host is ignored");
            return Optional.empty();
        }
        if (!named.isEmpty()) {
            return attached(host, named, secret);
        }
        if (inline) {
            return inline(host, own, secret);
        }
        if (contexts.get(own).isPresent()) {
            return attached(host, own, secret);
        }
        TlsContexts.Context context = new TlsContexts.Context(own, host.origin(), made(host, secret), problems);
        contexts.add(context);
        return Optional.of(context);
    }

    private Optional<TlsContexts.Context> inline(Host host, String name, Attributes secret) {
        Attributes tls = new Attributes();
        host.resource().spec().map("tls").values().forEach((key, value) -> tls.put(snake(key), value));
        for (String bound : List.of("min_tls_version", "max_tls_version")) {
            if (tls.has(bound) && !TLS_VERSIONS.contains(tls.text(bound))) {
                problems.add(host.origin(), "tls." + bound + " is none of " + TLS_VERSIONS + ": the Host is ignored");
                return Optional.empty();
            }
        }
        Attributes values = made(host, secret);
        tls.values().forEach(values::put);
        TlsContexts.Context context = new TlsContexts.Context(name, host.origin(), values, problems);
        if (!context.usable()) {
            problems.add(host.origin(), "tls is invalid: the Host is ignored");
            return Optional.empty();
        }
        contexts.add(context);
        return Optional.of(context);
    }

    private static Attributes made(Host host, Attributes secret) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("hosts", List.of(host.hostname()));
        values.put("secret", fullName(secret));
        if (secret.truthy("namespace")) {
            values.put("secret_namespacing", true);
        }
        return Attributes.of(values);
    }

    private static String fullName(Attributes secret) {
        return secret.text("name") + (secret.truthy("namespace") ? "." + secret.text("namespace") : "");
    }

    private Optional<TlsContexts.Context> attached(Host host, String name, Attributes secret) {
        Optional<TlsContexts.Context> found = contexts.get(name);
        if (found.isEmpty()) {
            problems.add(host.origin(), "there is no TLSContext " + name + ": the Host is ignored");
            return Optional.empty();
        }
        TlsContexts.Context context = found.get();
        if (context.values.has("secret")) {
            String own = secret.truthy("namespace")
                    ? secret.text("namespace")
                    : host.origin().namespace();
            boolean same = context.values.text("secret").equals(secret.text("name"))
                    && own.equals(host.origin().namespace());
            if (!same) {
                problems.add(
                        host.origin(), "its tlsSecret is not that of TLSContext " + name + ": the Host is ignored");
                return Optional.empty();
            }
        } else {
            context.values.put("secret", fullName(secret));
        }
        List<String> hosts = context.hosts();
        if (hosts.isEmpty()) {
            context.values.put("hosts", List.of(host.hostname()));
        } else if (!hosts.contains(host.hostname()) && !hosts.contains(host.name())) {
            problems.add(host.origin(), "TLSContext " + name + " does not list the host " + host.hostname());
        }
        return found;
    }

    /** {@code minTlsVersion} and {@code min_tls_version} are the same. */
    private static String snake(String word) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            out.append(Character.isUpperCase(c) ? "_" + Character.toLowerCase(c) : String.valueOf(c));
        }
        return out.toString();
    }

    /** A port that is written, within the range of ports; 0 otherwise. */
    static int port(Attributes spec, String name) {
        return spec.number(name)
                .map(BigDecimal::intValue)
                .filter(port -> port > 0 && port <= 65_535)
                .orElse(0);
    }
}

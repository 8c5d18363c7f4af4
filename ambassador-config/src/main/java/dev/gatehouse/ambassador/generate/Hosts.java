package dev.gatehouse.ambassador.generate;

import dev.gatehouse.ambassador.write.Commented;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Host per entry, with a TLSContext where TLS arrives; and a Host for every name on a port whose TLS names no host,
 * whose Mappings still ask for their entry's own.
 */
final class Hosts {
    static final String CLIENT_PROTOCOLS = "h2,http/1.1";
    private static final String LEAST_TLS = "v1.2";
    private static final String CERTIFICATE = "yours: certificate and key";

    private final Topology topology;
    private final String platform;
    private final String namespace;

    private Hosts(Topology topology) {
        PlatformSpec spec = topology.spec();
        this.topology = topology;
        this.platform = spec.name();
        this.namespace = spec.cluster().ambassador();
    }

    static List<Commented> of(Topology topology) {
        return new Hosts(topology).all();
    }

    /** The Secret with an entry's certificate and key. */
    static String certificate(String entry) {
        return entry + "-tls";
    }

    /** The Secret with the authorities whose client certificates an entry takes. */
    static String authorities(String entry) {
        return entry + "-ca";
    }

    /** Whether the clients' own TLS with their certificates arrives at a port. */
    static boolean verifiesClients(SeamPort port) {
        return port.carriesTls() && port.trust().mutualTls() && !ListenerWire.isWithoutServerName(port);
    }

    private List<Commented> all() {
        List<Commented> hosts = new ArrayList<>();
        for (Served served : Served.all(topology)) {
            if (served.port().carriesTls()) {
                hosts.add(context(served));
            }
            for (String hostname : served.hostnames()) {
                hosts.add(host(served, hostname));
            }
        }
        topology.seam().ports().stream()
                .filter(ListenerWire::isWithoutServerName)
                .forEach(port -> hosts.add(anyName(port)));
        return hosts;
    }

    private Commented host(Served served, String hostname) {
        String entry = served.entry().name();
        List<String> words = new ArrayList<>(List.of(entry));
        words.addAll(Served.suffix(hostname));
        Fields spec = new Fields()
                .put("hostname", hostname)
                .put("mappingSelector", new Fields().put("matchLabels", Labels.selectingEntry(platform, entry)));
        if (served.port().carriesTls()) {
            spec.put("tlsSecret", new Fields().put("name", certificate(entry)), CERTIFICATE)
                    .put("tlsContext", new Fields().put("name", Names.of(platform, entry)));
        }
        spec.put("requestPolicy", insecure(served.port()));
        return resource("Host", words, Labels.ofEntry(platform, served.port().name(), entry), spec);
    }

    private static Fields insecure(SeamPort port) {
        String action = ListenerWire.of(port).insecure().word();
        return new Fields().put("insecure", new Fields().put("action", action));
    }

    /** One for all hostnames of an entry: those with a port share the server name of the one without. */
    private Commented context(Served served) {
        String entry = served.entry().name();
        Fields spec = new Fields().put("hosts", served.hostnames()).put("secret", certificate(entry), CERTIFICATE);
        if (verifiesClients(served.port())) {
            spec.put("ca_secret", authorities(entry), "yours: the authorities that " + entry + " trusts")
                    .put("cert_required", true, "mutual-tls on " + entry);
        }
        return resource(
                "TLSContext",
                List.of(entry),
                Labels.ofEntry(platform, served.port().name(), entry),
                spec.putAll(protocols()));
    }

    private static Fields protocols() {
        return new Fields()
                .put("min_tls_version", LEAST_TLS)
                .put("alpn_protocols", CLIENT_PROTOCOLS, "without it no client can speak HTTP/2 or gRPC");
    }

    private Commented anyName(SeamPort port) {
        Fields spec = new Fields()
                .put("hostname", "*", "AWS's balancers name no host in their TLS; each Mapping asks for its entry's")
                .put("mappingSelector", new Fields().put("matchLabels", Labels.selectingPort(platform, port.name())))
                .put(
                        "tlsSecret",
                        new Fields().put("name", certificate(port.entries().get(0))),
                        CERTIFICATE)
                .put("tls", protocols())
                .put("requestPolicy", insecure(port));
        return resource("Host", List.of(port.name(), "any", "name"), Labels.ofPort(platform, port.name()), spec);
    }

    private Commented resource(String kind, List<String> words, Map<String, String> labels, Fields spec) {
        return CustomResource.ambassador(kind, namespace, Names.of(platform, words), labels, spec);
    }
}

package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.emissary.EmissaryRoutes;
import dev.gatehouse.ambassador.envoy.Upstreams;
import dev.gatehouse.ambassador.generate.AmbassadorConfig;
import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.model.finding.Finding;
import dev.gatehouse.model.topology.Topology;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;

/**
 * A running ingress on loopback. Thread-safe.
 *
 * <pre>{@code
 * RouteTable table = Ingress.table(topology);
 * Upstreams upstreams = Upstreams.none().with("fraud.serving:8443", "127.0.0.1", port);
 * try (Ingress ingress = Ingress.start(Engine.EMBEDDED, table, upstreams, IngressOptions.with(loops))) {
 *     InetSocketAddress edge = ingress.address(8081);   // the target port of the seam
 * }
 * }</pre>
 */
public interface Ingress extends AutoCloseable {
    /**
     * Starts one: a loopback port for each Listener, which speaks what its {@code protocolStack} says.
     *
     * @param table what the manifests do to requests
     * @param upstreams where each Kubernetes service is, by {@code name.namespace:port} or {@code name.namespace}; a
     *     service that is left out refuses connections
     * @throws dev.gatehouse.model.finding.InvalidInputException if there is no Envoy, or it refuses the configuration
     *     (GH-560, GH-561)
     */
    static Ingress start(Engine engine, RouteTable table, Upstreams upstreams, IngressOptions options) {
        return switch (engine) {
            case EMBEDDED -> EmbeddedIngress.start(Paced.of(table, options.pace()), upstreams, options);
            case ENVOY -> EnvoyIngress.start(Paced.of(table, options.pace()), upstreams, options);
        };
    }

    /** What the manifests generated for a topology do to requests. */
    static RouteTable table(Topology topology) {
        return EmissaryRoutes.of(Manifests.read(AmbassadorConfig.of(topology).files().entrySet().stream()
                .filter(file -> Character.isDigit(file.getKey().charAt(0)))
                .map(file -> Source.of(file.getKey(), file.getValue()))
                .toList()));
    }

    /** The same routes below Listeners whose metrics have another prefix: a change that no request meets. */
    static RouteTable renamed(RouteTable table) {
        return new RouteTable(
                table.listeners().stream().map(Ingress::renamed).toList(),
                table.upstreams(),
                table.tlsContexts(),
                table.candidates(),
                table.problems(),
                table.globals());
    }

    private static Listener renamed(Listener listener) {
        return new Listener(
                listener.name(),
                listener.origin(),
                listener.address(),
                listener.port(),
                listener.protocols(),
                listener.security(),
                listener.trustedHops(),
                listener.statsPrefix() + "_renamed",
                listener.http2Streams(),
                listener.chains());
    }

    /** Which engine it is. */
    Engine engine();

    /** Where each Listener listens, by the port that the manifests give it. */
    Map<Integer, InetSocketAddress> addresses();

    /**
     * Where one Listener listens.
     *
     * @param port as the manifests give it
     * @throws IllegalArgumentException if none has that port
     */
    default InetSocketAddress address(int port) {
        InetSocketAddress address = addresses().get(port);
        if (address == null) {
            throw new IllegalArgumentException("no Listener has port " + port + "; there are "
                    + addresses().keySet().stream().sorted().toList());
        }
        return address;
    }

    /**
     * Takes other routes for all requests that begin from now on; requests under way keep theirs. With a real Envoy
     * that holds for new connections: those that are open keep the old routes, and get 503 where these lead to an
     * upstream that is gone. Listeners stay where they are: one that is new gets no port, one that is gone closes its
     * connections.
     *
     * @throws dev.gatehouse.model.finding.InvalidInputException if Envoy refuses them (GH-561); the old ones stay
     */
    void reload(RouteTable table, Upstreams upstreams);

    /** Settings of the manifests that the engine passes over (GH-562). */
    List<Finding> findings();

    /** Ends it with all its connections, and returns when nothing is left. Closing twice does nothing more. */
    @Override
    void close();
}

package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.envoy.Upstreams;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.lab.net.Authority;
import dev.gatehouse.lab.net.Identity;
import dev.gatehouse.lab.net.Loops;
import dev.gatehouse.lab.net.Pace;
import dev.gatehouse.lab.server.ModelServer;
import dev.gatehouse.lab.server.ServerOptions;
import dev.gatehouse.lab.side.SideServices;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.SeamPort;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.testing.Tool;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The models of a platform with an ingress in front of them, as the design {@code nlb-ambassador} has it. */
final class Running implements AutoCloseable {
    final Loops loops = Loops.start("running", 2);
    final Authority authority = Authority.create("lab");
    final Authority clients = Authority.create("clients");
    final Topology topology;
    final RouteTable table;
    final ModelServer models;
    final SideServices sides;
    final Upstreams upstreams;
    final Ingress ingress;

    Running(PlatformSpec spec, Engine engine) {
        this(spec, engine, Draw.random(), ServerOptions.STANDARD.atOnce());
    }

    Running(PlatformSpec spec, Engine engine, Draw draw, ServerOptions options) {
        topology = Designs.of("nlb-ambassador").orElseThrow().realize(spec, Facts.bundled());
        table = Ingress.table(topology);
        models = ModelServer.start(spec, loops, authority, options);
        sides = SideServices.start(
                table,
                spec,
                (token, issuer, audiences) -> token.endsWith(".signed"),
                loops,
                authority,
                Pace.REAL,
                plan -> plan);
        upstreams = sides.join(models.upstreams());
        IngressOptions started = IngressOptions.with(loops)
                .with(Secrets.issue(table, authority, clients))
                .with(options.pace())
                .with(draw);
        ingress = Ingress.start(
                engine, table, upstreams, engine == Engine.ENVOY ? started.withEnvoy(Tool.ENVOY.path()) : started);
    }

    /** A token that the service here believes. */
    static String token(String client) {
        String claims = "{\"client_id\":\"" + client + "\"}";
        return "authorization: Bearer e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".signed";
    }

    private SeamPort port(String entry) {
        return topology.seam().ports().stream()
                .filter(each -> each.entries().contains(entry))
                .findFirst()
                .orElseThrow();
    }

    /** Where the requests of an entry reach the ingress. */
    InetSocketAddress address(String entry) {
        return ingress.address(port(entry).targetGroup().port());
    }

    /** A client of an entry. */
    TestClient client(String entry, boolean http2) {
        SeamPort port = port(entry);
        String host = topology.spec().entries().stream()
                .filter(each -> each.name().equals(entry))
                .findFirst()
                .orElseThrow()
                .host();
        InetSocketAddress address = address(entry);
        if (!port.carriesTls()) {
            return TestClient.plain(loops, address, host, http2);
        }
        Optional<Identity> shown =
                port.trust().mutualTls() ? Optional.of(clients.client("CN=partner-7,O=Partner")) : Optional.empty();
        return TestClient.secure(loops, address, host, http2, shown);
    }

    /** The first status that comes back for bytes sent to an entry without TLS at the ingress; 0 for none. */
    int firstStatus(String entry, String request) throws IOException {
        InetSocketAddress address = address(entry);
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String first = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return first.length() < 12 ? 0 : Integer.parseInt(first.substring(9));
        }
    }

    @Override
    public void close() {
        ingress.close();
        sides.close();
        models.close();
        loops.close();
    }
}

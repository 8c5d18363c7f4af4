package dev.gatehouse.ambassador.envoy;

import dev.gatehouse.ambassador.route.RouteTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The bootstrap configuration of an Envoy that does what a route table says.
 *
 * <p>It is what Emissary would hand over, so far as it decides what becomes of a request. Left out are access logs,
 * tracing, statistics and the Module's {@code gzip}, {@code grpc_stats} and {@code header_case_overrides}; endpoints
 * that Emissary watches are resolved by DNS. What Envoy would refuse of Emissary, it refuses here: an expression that
 * is no RE2, a negative weight.
 *
 * @param configuration the configuration: maps, lists, texts, numbers and booleans
 */
public record EnvoyBootstrap(Map<String, Object> configuration) {
    /** The largest program that Emissary lets an expression compile to, whatever the Module says. */
    private static final BigDecimal LARGEST_PROGRAM = BigDecimal.valueOf(200);

    private static final int ADMIN_PORT = 8001;

    /** The configuration of a route table with other addresses for some upstreams. */
    public static EnvoyBootstrap of(RouteTable table, Upstreams upstreams) {
        return of(table, Placement.standard().with(upstreams));
    }

    /** The configuration of a route table. Equal input gives equal bytes. Never throws for bad manifests. */
    public static EnvoyBootstrap of(RouteTable table, Placement placement) {
        Settings module = new Settings(table.globals().module());
        TlsSettings tls = new TlsSettings(table.tlsContexts(), placement.certificates());
        List<Block> listeners = new Listeners(table, placement, tls).all();
        List<Block> clusters = new Clusters(placement.upstreams(), tls).all(table.upstreams());
        Block bootstrap = new Block()
                .put("node", new Block().put("id", "gatehouse").put("cluster", "gatehouse"))
                .put("admin", admin(module, placement))
                .put("layered_runtime", runtime(module))
                .put("static_resources", new Block().put("listeners", listeners).put("clusters", clusters));
        return new EnvoyBootstrap(bootstrap.values());
    }

    /** The configuration as JSON, indented, with a line break at the end. */
    public String json() {
        return BootstrapJson.write(configuration);
    }

    private static Block admin(Settings module, Placement placement) {
        int port = placement.adminPort() >= 0
                ? placement.adminPort()
                : module.number("admin_port").map(BigDecimal::intValue).orElse(ADMIN_PORT);
        return new Block().put("address", new Upstreams.Address("127.0.0.1", port).block());
    }

    private static Block runtime(Settings module) {
        BigDecimal largest =
                module.number("regex_max_size").orElse(LARGEST_PROGRAM).min(LARGEST_PROGRAM);
        return new Block()
                .put(
                        "layers",
                        List.of(new Block()
                                .put("name", "expressions")
                                .put(
                                        "static_layer",
                                        new Block().put("re2.max_program_size.error_level", largest.intValue()))));
    }
}

package dev.gatehouse.ambassador.envoy;

import dev.gatehouse.ambassador.route.FilterChain;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.RouteTable;
import java.util.ArrayList;
import java.util.List;

/** The open ports. */
final class Listeners {
    private final RouteTable table;
    private final Placement placement;
    private final TlsSettings tls;
    private final HttpConnections http;
    private final Settings module;

    Listeners(RouteTable table, Placement placement, TlsSettings tls) {
        this.table = table;
        this.placement = placement;
        this.tls = tls;
        this.http = new HttpConnections(table.globals());
        this.module = new Settings(table.globals().module());
    }

    List<Block> all() {
        return table.listeners().stream().map(this::listener).toList();
    }

    private Block listener(Listener listener) {
        Block block = new Block().put("name", listener.name()).put("address", address(listener));
        if (overUdp(listener)) {
            block.put("udp_listener_config", new Block().put("quic_options", new Block()));
        }
        module.number("buffer_limit_bytes")
                .filter(bytes -> bytes.signum() != 0)
                .ifPresent(bytes -> block.put("per_connection_buffer_limit_bytes", bytes));
        return block.putAll("listener_filters", filters(listener))
                .put(
                        "filter_chains",
                        listener.chains().stream()
                                .map(chain -> chain(listener, chain))
                                .toList());
    }

    private Block address(Listener listener) {
        String address = placement.address().isEmpty() ? listener.address() : placement.address();
        int port = placement.ports().getOrDefault(listener.port(), listener.port());
        return new Block()
                .put(
                        "socket_address",
                        new Block()
                                .putText("protocol", overUdp(listener) ? "UDP" : "")
                                .put("address", address)
                                .put("port_value", port));
    }

    private static boolean overUdp(Listener listener) {
        return listener.protocols().contains("UDP");
    }

    /** In the order of the protocols: a PROXY header in front of TLS has to be read before the client's hello. */
    private static List<Block> filters(Listener listener) {
        List<Block> filters = new ArrayList<>();
        for (String protocol : listener.protocols()) {
            if (protocol.equals("PROXY")) {
                filters.add(filter("proxy_protocol", "ProxyProtocol"));
            } else if (protocol.equals("TLS") && !overUdp(listener)) {
                filters.add(filter("tls_inspector", "TlsInspector"));
            }
        }
        return filters;
    }

    private static Block filter(String name, String type) {
        return Block.extension(
                "envoy.filters.listener." + name, Block.typed("extensions.filters.listener." + name + ".v3." + type));
    }

    private Block chain(Listener listener, FilterChain chain) {
        Block match = new Block().putAll("server_names", chain.serverNames());
        Block block = new Block();
        if (!chain.tlsContext().isEmpty()) {
            match.put("transport_protocol", overUdp(listener) ? "quic" : "tls");
            block.put(
                    "transport_socket",
                    overUdp(listener) ? tls.endingQuic(chain.tlsContext()) : tls.ending(chain.tlsContext()));
        }
        Block filter =
                chain instanceof FilterChain.Tcp tcp ? tcp(listener, tcp) : http.of(listener, (FilterChain.Http) chain);
        return block.putBlock("filter_chain_match", match).put("filters", List.of(filter));
    }

    private static Block tcp(Listener listener, FilterChain.Tcp chain) {
        List<Block> clusters = chain.targets().stream()
                .map(target -> new Block().put("name", target.upstream()).put("weight", target.weight()))
                .toList();
        return Block.extension(
                "envoy.filters.network.tcp_proxy",
                Block.typed("extensions.filters.network.tcp_proxy.v3.TcpProxy")
                        .put("stat_prefix", listener.statsPrefix())
                        .put("weighted_clusters", new Block().put("clusters", clusters)));
    }
}

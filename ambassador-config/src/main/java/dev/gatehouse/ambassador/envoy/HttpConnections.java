package dev.gatehouse.ambassador.envoy;

import dev.gatehouse.ambassador.route.FilterChain;
import dev.gatehouse.ambassador.route.Globals;
import dev.gatehouse.ambassador.route.Listener;
import dev.gatehouse.ambassador.route.VirtualHost;
import java.util.List;
import java.util.Locale;

/** How HTTP is spoken on a listener's connections. */
final class HttpConnections {
    private static final List<String> CLIENT_DETAILS = List.of("subject", "cert", "chain", "dns", "uri");

    private final Settings module;
    private final List<Block> filters;
    private final Routes routes;

    HttpConnections(Globals globals) {
        module = new Settings(globals.module());
        HttpFilters all = new HttpFilters(globals);
        filters = all.inOrder();
        routes = new Routes(all.authorize());
    }

    Block of(Listener listener, FilterChain.Http chain) {
        boolean quic = listener.protocols().contains("UDP");
        Block manager = Block.typed("extensions.filters.network.http_connection_manager.v3.HttpConnectionManager")
                .put("stat_prefix", listener.statsPrefix())
                .putText("codec_type", quic ? "HTTP3" : "")
                .put("normalize_path", true)
                .putFlag("merge_slashes", module.flag("merge_slashes"))
                .putFlag("strip_matching_host_port", module.flag("strip_matching_host_port"))
                .put("use_remote_address", module.flag("use_remote_address", true))
                .put("server_name", module.text("server_name").isEmpty() ? "envoy" : module.text("server_name"))
                .putFlag("preserve_external_request_id", module.flag("preserve_external_request_id"))
                .putText("forward_client_cert_details", module.text("forward_client_cert_details"))
                .putBlock("set_current_client_cert_details", clientDetails());
        if (listener.trustedHops() > 0) {
            manager.put("xff_num_trusted_hops", listener.trustedHops());
        }
        if (module.flag("reject_requests_with_escaped_slashes")) {
            manager.put("path_with_escaped_slashes_action", "REJECT_REQUEST");
        }
        module.number("max_request_headers_kb")
                .filter(size -> size.signum() != 0)
                .ifPresent(size -> manager.put("max_request_headers_kb", size));
        manager.putBlock("common_http_protocol_options", anyVersion()).putBlock("http_protocol_options", version1());
        if (listener.http2Streams() > 0) {
            manager.put("http2_protocol_options", new Block().put("max_concurrent_streams", listener.http2Streams()));
        }
        if (quic) {
            manager.put("http3_protocol_options", new Block());
        }
        manager.put("route_config", new Block().put("virtual_hosts", virtualHosts(listener, chain)))
                .put("http_filters", filters);
        return Block.extension("envoy.filters.network.http_connection_manager", manager);
    }

    private List<Block> virtualHosts(Listener listener, FilterChain.Http chain) {
        return chain.virtualHosts().stream()
                .map(host -> virtualHost(listener, host))
                .toList();
    }

    private Block virtualHost(Listener listener, VirtualHost host) {
        return new Block()
                .put("name", listener.name() + "-" + String.join(",", host.domains()))
                .put("domains", host.domains())
                .put("routes", host.routes().stream().map(routes::of).toList());
    }

    private Block anyVersion() {
        Block options = new Block();
        module.millis("listener_idle_timeout_ms").ifPresent(idle -> options.put("idle_timeout", idle));
        return options.putText(
                "headers_with_underscores_action",
                module.text("headers_with_underscores_action").toUpperCase(Locale.ROOT));
    }

    private Block version1() {
        Block options = new Block()
                .putFlag("accept_http_10", module.flag("enable_http10"))
                .putFlag("allow_chunked_length", module.flag("allow_chunked_length"));
        return module.flag("proper_case")
                ? options.put("header_key_format", new Block().put("proper_case_words", new Block()))
                : options;
    }

    private Block clientDetails() {
        Settings given = module.map("set_current_client_cert_details");
        Block details = new Block();
        CLIENT_DETAILS.forEach(detail -> details.putFlag(detail, given.flag(detail)));
        return details;
    }
}

package dev.gatehouse.ambassador.envoy;

import dev.gatehouse.ambassador.Cluster;
import dev.gatehouse.ambassador.route.RouteTable;

/** Manifests that set something. */
final class Settled {
    private Settled() {}

    /** Every setting that gets into Envoy's configuration, at least once. */
    static RouteTable everything() {
        return Cluster.empty()
                .with("Listener", "tls", listener("port: 8443, protocolStack: [PROXY, TLS, HTTP, TCP], l7Depth: 2"))
                .with(
                        "Listener",
                        "quic",
                        "{port: 8444, protocolStack: [TLS, HTTP, UDP], securityModel: XFP, hostBinding:"
                                + " {namespace: {from: ALL}, selector: {matchLabels: {quic: 'on'}}}}")
                .with("Listener", "clear", listener("port: 8080, protocol: HTTPPROXY, http2MaxConcurrentStreams: 50"))
                .with(
                        "Host",
                        "a",
                        "{hostname: a.example.com, tlsSecret: {name: cert}, tls: {min_tls_version: v1.2,"
                                + " max_tls_version: v1.3, alpn_protocols: 'h2,http/1.1', ca_secret: clients,"
                                + " cert_required: true, cipher_suites: [ECDHE-ECDSA-AES128-GCM-SHA256], ecdh_curves: [P-256]}}")
                .with(
                        "Host",
                        "b",
                        "serving",
                        "{quic: 'on'}",
                        "{hostname: '*', tlsSecret: {name: other, namespace: certs}}")
                .with("TLSContext", "out", "{secret: client, sni: models.internal}")
                .with("TCPMapping", "bytes", "{port: 9000, service: 's:1'}")
                .with("TCPMapping", "more-bytes", "{port: 9000, service: 's:2', weight: 10}")
                .with("TCPMapping", "named", "{port: 9001, host: a.example.com, service: 's:3'}")
                .with("KubernetesEndpointResolver", "pods", "{}")
                .mapping(
                        "plain",
                        "{prefix: /plain/, hostname: '*', service: 's:80', timeout_ms: 0, idle_timeout_ms: 7500,"
                                + " retry_policy: {retry_on: 5xx, num_retries: 3, per_try_timeout: 1.5s}, priority: high,"
                                + " allow_upgrade: [websocket, spdy/3.1], auto_host_rewrite: true, rewrite: ''}")
                .mapping(
                        "regex",
                        "{prefix: '/m/[a-z]+', prefix_regex: true, hostname: a.example.com, service: 'https://s',"
                                + " regex_rewrite: {pattern: '/m/(.*)', substitution: '/\\1'}, host_rewrite: h,"
                                + " method: 'GET|PUT', method_regex: true, headers: {x-a: b}, regex_headers: {x-b: '.+'},"
                                + " query_parameters: {q: '1'}, regex_query_parameters: {r: '[0-9]'}}")
                .mapping(
                        "exact",
                        "{prefix: /exact, prefix_exact: true, case_sensitive: false, hostname: '*.example.com',"
                                + " service: s, tls: out, cluster_tag: mutual, bypass_auth: true}")
                .mapping(
                        "grpc",
                        "{prefix: /inference.GRPCInferenceService/, hostname: '*', service: 'grpc:8001', grpc: true,"
                                + " rewrite: '', resolver: pods, load_balancer: {policy: ring_hash, cookie: {name: c, path: /,"
                                + " ttl: 60s}}, circuit_breakers: [{max_connections: 5, max_pending_requests: 6, max_requests: 7,"
                                + " max_retries: 8}, {priority: high, max_requests: 9}], keepalive: {interval: 5, probes: 3},"
                                + " health_checks: [{health_check: {http: {path: /ready, hostname: h, expected_statuses: [{min:"
                                + " 200, max: 204}], add_request_headers: {x-a: {value: b}}, remove_request_headers: [x-c]}},"
                                + " interval: 5s, timeout: 1s, healthy_threshold: 1, unhealthy_threshold: 2}]}")
                .mapping(
                        "maglev",
                        "{prefix: /maglev/, hostname: '*', service: 'grpc:8002', resolver: pods, load_balancer:"
                                + " {policy: maglev, source_ip: true}, connect_timeout_ms: 1500, cluster_idle_timeout_ms: 30000,"
                                + " cluster_max_connection_lifetime_ms: 60000, stats_name: m, grpc: true, health_checks:"
                                + " [{health_check: {grpc: {upstream_name: u, authority: a}}, interval: 5s}]}")
                .mapping(
                        "names",
                        "{prefix: /names/, hostname: '*', service: n, dns_type: logical_dns, respect_dns_ttl: true,"
                                + " enable_ipv6: true, add_request_headers: {x-a: {value: b, append: false}, x-b: {value: c}},"
                                + " add_response_headers: {x-c: {value: d}}, remove_request_headers: [x-e],"
                                + " remove_response_headers: [x-f], cors: {origins: ['https://x.example'], methods: [GET, PUT],"
                                + " headers: [x-g], exposed_headers: [x-h], credentials: true, max_age: '600'},"
                                + " auth_context_extensions: {b: '2', a: '1'}, labels: {requests: [{all: [{generic_key: {value: v}},"
                                + " {generic_key: {key: k, value: w}}, {request_headers: {key: tenant, header_name: x-tenant}},"
                                + " {remote_address: {key: remote_address}}]}, {by: [{source_cluster: {key: source_cluster}},"
                                + " {destination_cluster: {key: destination_cluster}}]}]}}")
                .mapping("names0", "{prefix: /names/, hostname: '*', service: copies, shadow: true, weight: 5}")
                .mapping("split-a", "{prefix: /split/, hostname: '*', service: sa, weight: 10}")
                .mapping("split-b", "{prefix: /split/, hostname: '*', service: sb}")
                .mapping(
                        "gone-a",
                        "{prefix: /gone-a/, hostname: '*', service: new, host_redirect: true,"
                                + " redirect_response_code: 308, path_redirect: /x}")
                .mapping(
                        "gone-b",
                        "{prefix: /gone-b/, hostname: '*', service: new, host_redirect: true, prefix_redirect: /x}")
                .mapping(
                        "gone-c",
                        "{prefix: /gone-c/, hostname: '*', service: new, host_redirect: true, regex_redirect:"
                                + " {pattern: '/gone-c/(.*)', substitution: '/\\1'}}")
                .with(
                        "AuthService",
                        "auth",
                        "{auth_service: 'auth:3000', proto: http, path_prefix: /check, timeout_ms: 250,"
                                + " allowed_request_headers: [x-tenant], allowed_authorization_headers: [x-user],"
                                + " add_auth_headers: {x-from: gate}, include_body: {max_bytes: 4096, allow_partial: true},"
                                + " status_on_error: {code: 503}, failure_mode_allow: true}")
                .with(
                        "RateLimitService",
                        "limits",
                        "{service: 'limits:8081', protocol_version: v3, domain: requests,"
                                + " timeout_ms: 50, failure_mode_deny: true}")
                .with(
                        "Module",
                        "ambassador",
                        "{config: {admin_port: 8002, server_name: gate, merge_slashes: true,"
                                + " strip_matching_host_port: true, reject_requests_with_escaped_slashes: true,"
                                + " listener_idle_timeout_ms: 90000, headers_with_underscores_action: REJECT_REQUEST,"
                                + " max_request_headers_kb: 80, enable_http10: true, allow_chunked_length: true,"
                                + " preserve_external_request_id: true, forward_client_cert_details: SANITIZE_SET,"
                                + " set_current_client_cert_details: {subject: true, dns: true}, proper_case: true,"
                                + " buffer_limit_bytes: 100000, buffer: {max_request_bytes: 5000}, enable_grpc_web: true,"
                                + " enable_grpc_http11_bridge: true, suppress_envoy_headers: true, regex_max_size: 150,"
                                + " lua_scripts: 'function envoy_on_request(handle) end', ip_deny: [{peer: 192.0.2.0/24},"
                                + " {remote: 198.51.100.7}]}}")
                .table();
    }

    private static String listener(String fields) {
        return "{" + fields + ", securityModel: XFP, hostBinding: {namespace: {from: ALL}}}";
    }
}

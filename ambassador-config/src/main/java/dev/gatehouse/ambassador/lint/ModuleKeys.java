package dev.gatehouse.ambassador.lint;

import java.util.Set;

/** The keys of the Module's config. */
final class ModuleKeys {
    /** Those that Emissary 4 looks at. */
    static final Set<String> KNOWN = Set.of(
            "add_linkerd_headers",
            "admin_port",
            "allow_chunked_length",
            "buffer",
            "buffer_limit_bytes",
            "circuit_breakers",
            "cluster_idle_timeout_ms",
            "cluster_max_connection_lifetime_ms",
            "cluster_request_timeout_ms",
            "cors",
            "default_label_domain",
            "default_labels",
            "defaults",
            "diagnostics",
            "enable_grpc_http11_bridge",
            "enable_grpc_web",
            "enable_http10",
            "enable_ipv4",
            "enable_ipv6",
            "envoy_log_format",
            "envoy_log_path",
            "envoy_log_type",
            "envoy_validation_timeout",
            "forward_client_cert_details",
            "grpc_stats",
            "gzip",
            "header_case_overrides",
            "headers_with_underscores_action",
            "ip_allow",
            "ip_deny",
            "keepalive",
            "listener_idle_timeout_ms",
            "liveness_probe",
            "load_balancer",
            "lua_scripts",
            "max_request_headers_kb",
            "merge_slashes",
            "preserve_external_request_id",
            "proper_case",
            "readiness_probe",
            "regex_max_size",
            "reject_requests_with_escaped_slashes",
            "resolver",
            "retry_policy",
            "runtime_flags",
            "server_name",
            "set_current_client_cert_details",
            "strip_matching_host_port",
            "suppress_envoy_headers",
            "use_ambassador_namespace_for_service_resolution",
            "use_remote_address");

    /** Those that it used to look at. */
    static final Set<String> GONE = Set.of(
            "error_response_overrides",
            "prune_unreachable_routes",
            "regex_type",
            "service_port",
            "use_proxy_proto",
            "x_forwarded_proto_redirect",
            "xff_num_trusted_hops");

    private ModuleKeys() {}
}

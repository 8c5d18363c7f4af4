package dev.gatehouse.ambassador.emissary;

import java.util.List;
import java.util.Random;

/** Makes up manifests from a seed: mostly sensible ones, some with values that nobody should write. */
public final class AnyInput {
    private static final List<String> NAMES = List.of("a", "a.b", "a-b", "b", "c1");
    private static final List<String> NAMESPACES = List.of("serving", "team-b", "default");
    private static final List<String> HOSTS = List.of(
            "'*'",
            "a.example.com",
            "'*.example.com'",
            "a.*",
            "b.example.com:8080",
            "''",
            "'*a*'",
            ".x",
            "é.example",
            "null");
    private static final List<String> SERVICES = List.of(
            "s",
            "'s:80'",
            "s.other",
            "'https://s'",
            "'http://s:1'",
            "'s:99999'",
            "'[::1]:80'",
            "'[::1'",
            "'tcp://s'",
            "'s/p?q'",
            "''",
            "'%zz'",
            "'a%41'",
            "'://'",
            "'1http://x'",
            "'u@h:1'",
            "'s:x'",
            "127.0.0.1",
            "3",
            "'ſ:80'",
            "'s%'");
    private static final List<String> PREFIXES = List.of(
            "/",
            "/v2/",
            "/v2/models/m",
            "/v2/models/m/",
            "'/v[0-9]+/.*'",
            "'('",
            "''",
            "7",
            "/😀/",
            "/ambassador/v0/",
            "/.well-known/acme-challenge/");
    private static final List<String> ODD = List.of(
            "true",
            "false",
            "null",
            "-1",
            "0",
            "5",
            "101",
            "5.5",
            "1e9",
            "99999999999999999999",
            ".inf",
            "text",
            "''",
            "[]",
            "{}",
            "[1, [2]]",
            "{a: {b: c}}",
            "[{max_connections: x}]",
            "{policy: ring_hash, header: x}",
            "{retry_on: 5xx}",
            "{policy: maglev, cookie: {name: c}}",
            "[{max_connections: 5, priority: high}]",
            "{retry_on: nope}",
            "{pattern: '(', substitution: '\\\\9'}",
            "{pattern: '/(.*)'}",
            "{x-a: b}",
            "{x-a: {value: v}}",
            "{':authority': h}",
            "{':authority': 'h*'}",
            "{d: [{g: [{generic_key: {value: v}}]}]}",
            "{d: x}",
            "'$NAME'");
    private static final List<String> MAPPING_FIELDS = List.of(
            "hostname",
            "host",
            "host_regex",
            "prefix_regex",
            "prefix_exact",
            "rewrite",
            "regex_rewrite",
            "method",
            "method_regex",
            "headers",
            "regex_headers",
            "query_parameters",
            "regex_query_parameters",
            "precedence",
            "weight",
            "shadow",
            "timeout_ms",
            "idle_timeout_ms",
            "connect_timeout_ms",
            "retry_policy",
            "circuit_breakers",
            "load_balancer",
            "resolver",
            "grpc",
            "tls",
            "keepalive",
            "add_request_headers",
            "remove_request_headers",
            "labels",
            "bypass_auth",
            "cors",
            "host_rewrite",
            "auto_host_rewrite",
            "host_redirect",
            "path_redirect",
            "prefix_redirect",
            "regex_redirect",
            "redirect_response_code",
            "allow_upgrade",
            "use_websocket",
            "priority",
            "cluster_tag",
            "stats_name",
            "ambassador_id",
            "case_sensitive",
            "error_response_overrides",
            "outlier_detection",
            "auth_context_extensions",
            "add_linkerd_headers");
    private static final List<String> OTHER_FIELDS = List.of(
            "hostname",
            "tlsSecret",
            "tlsContext",
            "tls",
            "mappingSelector",
            "selector",
            "requestPolicy",
            "port",
            "protocol",
            "protocolStack",
            "securityModel",
            "hostBinding",
            "l7Depth",
            "host",
            "service",
            "secret",
            "hosts",
            "ca_secret",
            "cert_chain_file",
            "config",
            "ambassador_id",
            "domain",
            "protocol_version",
            "datacenter",
            "address");
    private static final List<String> OTHER_VALUES = List.of(
            "{name: cert}",
            "{name: cert, namespace: other}",
            "{name: ctx}",
            "{minTlsVersion: v1.2}",
            "{min_tls_version: v9}",
            "{matchLabels: {edge: a}}",
            "{matchExpressions: []}",
            "{insecure: {action: Route}}",
            "{insecure: {action: Reject}}",
            "8080",
            "8443",
            "0",
            "HTTP",
            "HTTPS",
            "UDP",
            "TLS",
            "[TLS, HTTP, TCP]",
            "[HTTP, UDP]",
            "[PROXY]",
            "XFP",
            "SECURE",
            "INSECURE",
            "{namespace: {from: ALL}}",
            "{namespace: {from: SELF}}",
            "{selector: {matchLabels: {edge: a}}}",
            "1",
            "a.example.com",
            "'*'",
            "s",
            "['*']",
            "[a.example.com]",
            "v3",
            "dc1",
            "{defaults: {httpmapping: {stats_name: x}}," + " resolver: endpoint}",
            "{load_balancer: {policy: round_robin}, circuit_breakers: [{}]}",
            "{default_labels: {d: {defaults: [{remote_address: {key: remote_address}}]}}, retry_policy: {}}");
    private static final List<String> KINDS = List.of(
            "Host",
            "Listener",
            "TLSContext",
            "TCPMapping",
            "Module",
            "RateLimitService",
            "AuthService",
            "ConsulResolver",
            "KubernetesEndpointResolver",
            "TracingService",
            "LogService",
            "DevPortal");

    private final Random random;

    public AnyInput(long seed) {
        random = new Random(seed);
    }

    public String manifests() {
        StringBuilder text = new StringBuilder();
        if (chance(80)) {
            resource(
                    text,
                    "Listener",
                    "web",
                    "{port: 8080, protocol: " + one(List.of("HTTP", "HTTPS")) + ", securityModel: "
                            + one(List.of("XFP", "SECURE", "INSECURE")) + ", hostBinding: {namespace: {from: ALL}}}");
        }
        for (int i = random.nextInt(2); i >= 0; i--) {
            resource(
                    text,
                    "Host",
                    one(NAMES),
                    "{hostname: " + one(HOSTS) + (chance(30) ? ", tlsSecret: {name: cert}" : "")
                            + (chance(30) ? ", mappingSelector: {matchLabels: {edge: a}}" : "") + "}");
        }
        for (int i = random.nextInt(4); i >= 0; i--) {
            resource(text, "Mapping", one(NAMES), mapping());
        }
        if (chance(30)) {
            String kind = one(KINDS);
            resource(text, kind, kind.equals("Module") ? "ambassador" : one(NAMES), other());
        }
        return text.toString();
    }

    private String mapping() {
        StringBuilder spec = new StringBuilder("{prefix: " + one(PREFIXES) + ", service: " + one(SERVICES));
        if (chance(70)) {
            spec.append(", hostname: ").append(one(HOSTS));
        }
        java.util.Set<String> used = new java.util.HashSet<>(List.of("hostname"));
        for (int i = random.nextInt(4); i > 0; i--) {
            String field = one(MAPPING_FIELDS);
            if (used.add(field)) {
                spec.append(", ").append(field).append(": ").append(chance(60) ? sensible(field) : one(ODD));
            }
        }
        return spec.append('}').toString();
    }

    private String sensible(String field) {
        return switch (field) {
            case "headers", "query_parameters" -> "{x-a: " + one(List.of("b", "''", "true")) + "}";
            case "regex_headers", "regex_query_parameters" -> "{x-a: '.*'}";
            case "weight", "precedence" -> one(List.of("0", "5", "33", "60", "100", "101", "-5"));
            case "resolver" -> one(List.of("kubernetes-endpoint", "endpoint", "consul", "nope"));
            case "load_balancer" -> "{policy: round_robin}";
            case "host" -> one(HOSTS);
            case "timeout_ms" -> "60000";
            default -> "true";
        };
    }

    private String other() {
        StringBuilder spec = new StringBuilder("{");
        java.util.Set<String> used = new java.util.HashSet<>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            String field = one(OTHER_FIELDS);
            if (used.add(field)) {
                spec.append(spec.length() > 1 ? ", " : "").append(field).append(": ");
                spec.append(chance(80) ? one(OTHER_VALUES) : one(ODD));
            }
        }
        return spec.append('}').toString();
    }

    public String request() {
        return one(List.of("GET", "POST")) + " " + one(List.of("http", "https")) + "://"
                + one(List.of("a.example.com", "b.example.com:8080", "x", "[::1]:80", "é"))
                + one(List.of(
                        "/",
                        "/v2/models/m/infer?x-a=b",
                        "/v2/../%2e%2e/%00",
                        "/%41%zz//.",
                        "/v2/models/m",
                        "/😀/é",
                        ""));
    }

    private void resource(StringBuilder text, String kind, String name, String spec) {
        text.append("---\n{apiVersion: getambassador.io/v3alpha1, kind: ")
                .append(kind)
                .append(", metadata: {name: ")
                .append(name)
                .append(", namespace: ")
                .append(one(NAMESPACES))
                .append(chance(30) ? ", labels: {edge: a}" : "")
                .append("}, spec: ")
                .append(spec)
                .append("}\n");
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

package dev.gatehouse.ambassador.envoy;

import dev.gatehouse.ambassador.emissary.EmissaryRoutes;
import dev.gatehouse.ambassador.explain.Request;
import dev.gatehouse.ambassador.manifest.Manifests;
import dev.gatehouse.ambassador.manifest.Source;
import dev.gatehouse.ambassador.route.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Manifests made up from a seed, all of which Envoy accepts, and requests that are likely to concern them. */
public final class RandomSet {
    /** How a listener is asked. */
    public enum Front {
        INSECURE("protocol: HTTP, securityModel: INSECURE"),
        SECURE("protocol: HTTP, securityModel: SECURE"),
        XFP("protocol: HTTP, securityModel: XFP"),
        TRUSTING("protocol: HTTP, securityModel: XFP, l7Depth: 1"),
        PROXIED("protocol: HTTPPROXY, securityModel: XFP"),
        TLS("protocol: HTTPS, securityModel: XFP"),
        TLS_SECURE("protocol: HTTPS, securityModel: SECURE"),
        TLS_PROXIED("protocolStack: [PROXY, TLS, HTTP, TCP], securityModel: XFP");

        final String spec;

        Front(String spec) {
            this.spec = spec;
        }

        public boolean endsTls() {
            return spec.contains("TLS") || spec.contains("HTTPS");
        }

        public boolean proxied() {
            return spec.contains("PROXY");
        }
    }

    private static final List<String> HOSTNAMES =
            List.of("'*'", "a.example.com", "'*.example.com'", "b.example.com", "api.*");
    private static final List<String> MAPPING_HOSTS = List.of(
            "'*'", "'*'", "a.example.com", "'*.example.com'", "b.example.com", "api.*", "'*.com'", "A.example.com");
    private static final List<String> SERVICES =
            List.of("s1", "s2.other", "'s3:8080'", "'http://s4:9000'", "s5", "s6.other.svc", "'10.1.2.3:80'");
    private static final List<String> PREFIXES = List.of(
            "/",
            "/v2/",
            "/v2/models/m",
            "/v2/models/m/",
            "/v2/models/m/infer",
            "/V2/Models/",
            "/a/b",
            "/a//b",
            "/caf%C3%A9/",
            "/.well-known/acme-challenge/");
    private static final List<String> EXPRESSIONS = List.of(
            "'/v[0-9]+/models/[a-z]+/infer'",
            "'/v2/.*'",
            "'/a(/.*)?'",
            "'/v2/models/m'",
            "'(?i)/V2/MODELS/.+'",
            "'/[^/]+/[^/]+'");
    private static final List<String> REWRITES = List.of("''", "/", "/r", "/r/", "'/r?x=1'", "/v2/");
    private static final List<String> ROUTED_HEADERS =
            List.of("{x-a: b}", "{x-a: c}", "{X-Tenant: t1}", "{x-a: b, x-tenant: t1}");
    private static final List<String> TARGETS = List.of(
            "/",
            "/v2/",
            "/v2",
            "/v2/models/m",
            "/v2/models/m/",
            "/v2/models/m2",
            "/v2/models/m/infer",
            "/V2/Models/m/infer",
            "/v2/models/../m",
            "/v2/./models//m/infer",
            "/v2/models/%6D/infer",
            "/v2/models/m%2Finfer",
            "/a",
            "/a/b",
            "/a/b/c",
            "/a//b",
            "//a/b",
            "/caf%C3%A9/x",
            "/caf%c3%a9/x",
            "/nothing",
            "/.well-known/acme-challenge/token",
            "/ambassador/v0/check_ready",
            "/r;p=1/x",
            "/v2/models/m/a%20b",
            "/v2/..%2fa/b");
    private static final List<String> QUERIES =
            List.of("", "", "", "?", "?q=1", "?q=2", "?q", "?q=1&q=2", "?p=x&q=1", "?Q=1", "?q=%31", "?p=a/b?c");
    private static final List<String> AUTHORITIES = List.of(
            "a.example.com",
            "a.example.com",
            "b.example.com",
            "c.example.com",
            "d.c.example.com",
            "api.test",
            "other.test",
            "A.Example.com",
            "a.example.com:9999",
            "example.com");

    private final Random random;
    private final Front front;
    private final int port;
    private final int tcpPort;
    private final String manifests;

    /**
     * One set.
     *
     * @param seed decides everything but the ports
     * @param port the port of its Listener
     * @param tcpPort the port of its TCPMapping, if it has one
     */
    public RandomSet(long seed, int port, int tcpPort) {
        random = new Random(seed);
        front = Front.values()[(int) (seed % Front.values().length)];
        this.port = port;
        this.tcpPort = tcpPort;
        this.manifests = written();
    }

    public Front front() {
        return front;
    }

    public String manifests() {
        return manifests;
    }

    public RouteTable table() {
        return EmissaryRoutes.of(Manifests.read(List.of(Source.of("set.yaml", manifests))));
    }

    /** The next request. */
    public Request request(String probe) {
        boolean tcp = manifests.contains("kind: TCPMapping") && chance(3);
        boolean secure = !tcp && front.endsTls() && chance(70);
        String authority = chance(5) ? "a.example.com:" + port : one(AUTHORITIES);
        Request request = new Request(
                        one(List.of("GET", "GET", "POST", "PUT", "DELETE")),
                        secure,
                        authority,
                        one(TARGETS) + one(QUERIES),
                        List.of(),
                        tcp ? "listener-0.0.0.0-" + tcpPort : "web")
                .withHeader("x-probe: " + probe);
        if (chance(40)) {
            request = request.withHeader("x-a: " + one(List.of("b", "c", "B", "", "b,c")));
        }
        if (chance(5)) {
            request = request.withHeader("x-a: b");
        }
        if (chance(30)) {
            request = request.withHeader("X-Tenant: " + one(List.of("t1", "t22")));
        }
        if (chance(40)) {
            request = request.withHeader("x-forwarded-proto: " + one(List.of("https", "https", "http")));
        }
        if (!tcp && chance(4)) {
            request = request.withHeader("connection: Upgrade")
                    .withHeader("upgrade: " + one(List.of("websocket", "WebSocket", "spdy/3.1")));
        }
        return request;
    }

    private String written() {
        StringBuilder text = new StringBuilder();
        resource(
                text,
                "Listener",
                "web",
                "{port: " + port + ", " + front.spec + ", hostBinding: {namespace: {from: ALL}}}");
        List<String> hostnames = new ArrayList<>(HOSTNAMES);
        java.util.Collections.shuffle(hostnames, random);
        int hosts = 1 + random.nextInt(3);
        for (int i = 0; i < hosts; i++) {
            String hostname = hostnames.get(i);
            boolean secret = front.endsTls() && !hostname.equals("api.*") && chance(85);
            resource(
                    text,
                    "Host",
                    "host-" + i,
                    "{hostname: " + hostname
                            + (secret ? ", tlsSecret: {name: cert}" : "")
                            + (chance(25) ? ", mappingSelector: {matchLabels: {edge: a}}" : "")
                            + ", requestPolicy: {insecure: {action: "
                            + one(i == 0 ? List.of("Route", "Redirect") : List.of("Route", "Redirect", "Reject"))
                            + "}}}");
        }
        for (int i = 2 + random.nextInt(9); i > 0; i--) {
            resource(text, "Mapping", "m" + (char) ('a' + random.nextInt(20)) + i, mapping());
        }
        if (chance(60)) {
            canary(text);
        }
        if (chance(40)) {
            resource(text, "Module", "ambassador", module());
        }
        if (chance(6)) {
            resource(
                    text,
                    "AuthService",
                    "auth",
                    "{auth_service: 'auth.sec:3000', proto: http, status_on_error: {code: 503}"
                            + (chance(50)
                                    ? ", allow_request_body: true, include_body: {max_bytes: 10, allow_partial: true}}"
                                    : "}"));
        }
        if (chance(20)) {
            resource(text, "TCPMapping", "bytes", "{port: " + tcpPort + ", service: 's1:7000'}");
        }
        return text.toString();
    }

    /** Several Mappings that share a group. */
    private void canary(StringBuilder text) {
        String match = "prefix: " + one(PREFIXES) + ", hostname: " + one(MAPPING_HOSTS)
                + (chance(20) ? ", headers: " + one(ROUTED_HEADERS) : "");
        int members = 2 + random.nextInt(2);
        for (int i = 0; i < members; i++) {
            String weight = chance(70) ? ", weight: " + one(List.of("0", "5", "10", "25", "30", "50", "100")) : "";
            resource(
                    text,
                    "Mapping",
                    "canary-" + i,
                    "{" + match + ", service: v" + i + weight + (chance(30) ? ", rewrite: " + one(REWRITES) : "")
                            + "}");
        }
        if (chance(50)) {
            resource(
                    text,
                    "Mapping",
                    "canary-shadow",
                    "{" + match + ", service: copies, shadow: true" + (chance(30) ? ", weight: 0" : "") + "}");
        }
    }

    private String mapping() {
        StringJoiner spec = new StringJoiner(", ", "{", "}");
        boolean regex = chance(20);
        spec.add("prefix: " + one(regex ? EXPRESSIONS : PREFIXES)).add("service: " + one(SERVICES));
        add(spec, regex ? 100 : 0, "prefix_regex: true");
        add(spec, regex ? 0 : 12, "prefix_exact: true");
        if (chance(5)) {
            spec.add("host: 'a[.]example[.](com|org)'").add("host_regex: true");
        } else {
            add(spec, 90, "hostname: " + one(MAPPING_HOSTS));
        }
        add(spec, 10, "case_sensitive: false");
        add(spec, 20, "headers: " + one(ROUTED_HEADERS));
        add(spec, 8, "regex_headers: {x-a: " + one(List.of("'.*'", "'b|c'", "'[a-z]'")) + "}");
        add(spec, 10, "query_parameters: {q: '1'}");
        add(spec, 6, "regex_query_parameters: {q: " + one(List.of("'.*'", "'[0-9]'")) + "}");
        add(spec, 12, one(List.of("method: GET", "method: POST", "method: 'G.*|PUT', method_regex: true")));
        add(spec, 10, "precedence: " + one(List.of("1", "10", "-1")));
        add(spec, 10, "weight: " + one(List.of("10", "40", "100")));
        if (chance(10)) {
            redirect(spec);
        } else {
            add(spec, 50, "rewrite: " + one(REWRITES));
            add(
                    spec,
                    8,
                    "regex_rewrite: "
                            + one(List.of(
                                    "{pattern: '/v2/models/([a-z]+)', substitution: '/m/\\1'}",
                                    "{pattern: '^(.*)$', substitution: '/all\\1'}",
                                    "{pattern: 'm', substitution: 'n\\0'}",
                                    "{pattern: '/', substitution: '/'}")));
            add(spec, 8, "host_rewrite: upstream.internal");
            add(spec, 6, "auto_host_rewrite: true");
            add(spec, 20, "allow_upgrade: [websocket]");
            add(spec, 5, "shadow: true");
        }
        add(spec, 20, "timeout_ms: 15000");
        add(spec, 10, "retry_policy: {retry_on: gateway-error, num_retries: 2}");
        add(spec, 8, "resolver: kubernetes-endpoint, load_balancer: {policy: ring_hash, header: x-a}");
        add(spec, 10, "cluster_tag: fast");
        add(spec, 5, "bypass_auth: true");
        add(spec, 10, "add_request_headers: {x-added: {value: v}}");
        return spec.toString();
    }

    private void redirect(StringJoiner spec) {
        spec.add("host_redirect: true");
        add(
                spec,
                60,
                one(List.of(
                        "path_redirect: /new",
                        "path_redirect: '/new?y=2'",
                        "prefix_redirect: /other/",
                        "regex_redirect: {pattern: '/v2/(.*)', substitution: '/v3/\\1'}")));
        add(spec, 50, "redirect_response_code: " + one(List.of("301", "302", "303", "307", "308")));
    }

    private String module() {
        StringJoiner config = new StringJoiner(", ", "{config: {", "}}");
        add(config, 35, "merge_slashes: true");
        add(config, 35, "strip_matching_host_port: true");
        add(config, 20, "use_remote_address: false");
        add(config, 25, "reject_requests_with_escaped_slashes: true");
        add(config, 20, "cluster_request_timeout_ms: 20000");
        add(config, 20, "server_name: gate");
        return config.toString();
    }

    private void add(StringJoiner spec, int percent, String field) {
        if (chance(percent)) {
            spec.add(field);
        }
    }

    private void resource(StringBuilder text, String kind, String name, String spec) {
        text.append("---\napiVersion: getambassador.io/v3alpha1\nkind: ")
                .append(kind)
                .append("\nmetadata: {name: ")
                .append(name)
                .append(", namespace: ")
                .append(chance(80) ? "serving" : "team-b")
                .append(chance(50) ? ", labels: {edge: a}" : "")
                .append("}\nspec: ")
                .append(spec)
                .append('\n');
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}

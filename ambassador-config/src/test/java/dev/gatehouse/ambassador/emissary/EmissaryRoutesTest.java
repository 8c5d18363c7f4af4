package dev.gatehouse.ambassador.emissary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.ambassador.Cluster;
import dev.gatehouse.ambassador.route.Action;
import dev.gatehouse.ambassador.route.Affinity;
import dev.gatehouse.ambassador.route.Candidate;
import dev.gatehouse.ambassador.route.FilterChain;
import dev.gatehouse.ambassador.route.HeaderEdit;
import dev.gatehouse.ambassador.route.Route;
import dev.gatehouse.ambassador.route.RouteTable;
import dev.gatehouse.ambassador.route.Standing;
import dev.gatehouse.ambassador.route.Upstream;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the recordings don't hold: the rules that were observed by running Emissary's compiler, one by one. */
class EmissaryRoutesTest {
    private static final String HTTPS =
            "{port: 8443, protocol: HTTPS, securityModel: XFP," + " hostBinding: {namespace: {from: ALL}}}";

    private static List<Route> routes(RouteTable table) {
        return table.virtualHosts().stream()
                .flatMap(host -> host.routes().stream())
                .filter(route -> !route.origin().synthetic())
                .toList();
    }

    /** Such as {@code a 10, b 100}. */
    private static String members(Cluster cluster) {
        return routes(cluster.table()).stream()
                .map(route -> route.origin().name() + " " + route.match().percentBelow())
                .collect(Collectors.joining(", "));
    }

    private static Action.Forward forward(Cluster cluster, String mapping) {
        return (Action.Forward) routes(cluster.table()).stream()
                .filter(route -> route.origin().name().equals(mapping))
                .findFirst()
                .orElseThrow()
                .action();
    }

    private static Candidate candidate(Cluster cluster, String mapping) {
        return cluster.table().candidates().stream()
                .filter(one -> one.origin().name().equals(mapping))
                .findFirst()
                .orElseThrow();
    }

    private static Cluster group(String... specs) {
        Cluster cluster = Cluster.open();
        for (int i = 0; i < specs.length; i++) {
            cluster.mapping(
                    String.valueOf((char) ('a' + i)),
                    "{prefix: /m/, hostname: '*', service: s" + i + ", " + specs[i] + "}");
        }
        return cluster;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weight: 10                                     | a 100",
                "weight: 10; weight: 20                         | a 10, b 30",
                "grpc: false; weight: 10                        | b 10, a 100",
                "grpc: false; grpc: false; weight: 25           | c 25, a 63, b 100",
                "grpc: false; grpc: false; weight: 75           | c 75, a 87, b 100",
                "grpc: false; weight: 100                       | b 100, a 100",
                "weight: 70; weight: 60; grpc: false            | a 70, b 130, c 0",
                "weight: 5; weight: 101; weight: 6              | a 5, b 0, c 0",
                "weight: -5; grpc: false                        | a -5, b 100"
            })
    void weights_are_cumulative_and_halves_round_to_even(String specs, String members) {
        assertThat(members(group(specs.split("; ")))).isEqualTo(members);
    }

    @Test
    void a_group_takes_what_it_has_and_a_member_lacks_but_not_the_reverse() {
        assertThat(members(group("connect_timeout_ms: 5", "grpc: true"))).isEqualTo("a 50, b 100");
        assertThat(members(group("grpc: true", "connect_timeout_ms: 5"))).isEqualTo("a 100");
        assertThat(members(group("circuit_breakers: [{max_requests: 5}]", "grpc: true")))
                .isEqualTo("a 100");
    }

    @Test
    void a_refusal_is_filed_under_the_first_member() {
        Cluster cluster = group("grpc: true", "prefix_exact: true");

        assertThat(cluster.table().errors()).containsExactly("a.serving");
        assertThat(candidate(cluster, "b").standing()).isEqualTo(Standing.REFUSED);
        assertThat(candidate(cluster, "b").why())
                .isEqualTo("differs from a.serving, the first of its group, in prefix_exact");
    }

    @Test
    void a_name_counts_up_to_its_first_dot() {
        Cluster cluster = Cluster.open()
                .mapping("m.v1", "{prefix: /m/, hostname: '*', service: s1}")
                .mapping("m.v2", "{prefix: /m/, hostname: '*', service: s2}");

        assertThat(members(cluster)).isEqualTo("m.v1 100");
        assertThat(cluster.table().errors()).isEmpty();
        assertThat(candidate(cluster, "m.v2").standing()).isEqualTo(Standing.IGNORED);
    }

    @Test
    void the_order_of_headers_in_a_file_does_not_count() {
        Cluster cluster = group("headers: {x-b: '1', x-a: '2'}", "headers: {x-a: '2', x-b: '1'}, weight: 10");

        assertThat(members(cluster)).isEqualTo("b 10, a 100");
        assertThat(routes(cluster.table()).get(0).match().headers())
                .extracting(header -> header.name())
                .containsExactly("x-a", "x-b");
    }

    @Test
    void group_ids_without_separators_collide() {
        Cluster cluster = Cluster.open()
                .mapping("a", "{prefix: /a, headers: {b: c}, service: s}")
                .mapping("b", "{prefix: /ab, headers: {c: ''}, service: s}")
                .with("Host", "picky", "serving", "", "{hostname: x, mappingSelector: {matchLabels: {}}}");

        assertThat(candidate(cluster, "b").standing()).isEqualTo(Standing.REFUSED);
    }

    @Test
    void most_values_of_the_last_member_hold_for_all() {
        Cluster cluster = group(
                "retry_policy: {retry_on: 5xx}, add_request_headers: {x: {value: a}, y: {value: a}}, regex_rewrite: {pattern: p}",
                "retry_policy: {retry_on: gateway-error}, add_request_headers: {x: {value: b, append: false}}, timeout_ms: 9");

        assertThat(forward(cluster, "a").retry())
                .isEqualTo(forward(cluster, "b").retry());
        assertThat(forward(cluster, "a").extras().headers())
                .containsExactly(
                        new HeaderEdit(HeaderEdit.Side.REQUEST, "x", new HeaderEdit.Change.Set("b")),
                        new HeaderEdit(HeaderEdit.Side.REQUEST, "y", new HeaderEdit.Change.Append("a")));
        assertThat(forward(cluster, "a").path()).isEqualTo(new dev.gatehouse.ambassador.route.PathRewrite.Keep());
        assertThat(forward(cluster, "a").limits())
                .isNotEqualTo(forward(cluster, "b").limits());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "service: s                               | s.serving:80              | cluster_s_serving_serving",
                "service: 's:8080'                        | s.serving:8080            | cluster_s_serving_8080_serving",
                "service: 'https://s'                     | s.serving:443             | cluster_https___s_serving_otls_serving",
                "service: 'HTTP://S.other/path'           | s.other:80                | cluster_http___s_other_serving",
                "service: localhost                       | localhost:80              | cluster_localhost_serving",
                "service: 's:99999'                       | s:80                      | cluster_s_99999_serving",
                "service: 'tcp://s'                       | s.serving:80              | cluster_tcp___s_serving_serving",
                "service: '[::1]:81'                      | ::1:81                    | cluster____1__81_serving",
                "service: s, cluster_tag: t               | s.serving:80              | cluster_t_s_serving_serving",
                "service: s, resolver: endpoint           | k8s/serving/s/80          | cluster_s_serving_serving",
                "service: s.x.svc, resolver: endpoint, load_balancer: {policy: maglev, header: h} | k8s/x/s/80 | cluster_s_x_svc_serving_er_maglev_hdr_h",
                "service: s, resolver: consul             | consul/dc1/s              | cluster_s_serving",
                "service: s, circuit_breakers: [{priority: high, max_requests: 5}] | s.serving:80 | cluster_s_serving_serving_cbhr5"
            })
    void an_upstream_has_a_name_and_a_place(String spec, String place, String name) {
        Cluster cluster = Cluster.open().mapping("m", "{prefix: /, hostname: '*', " + spec + "}");
        Upstream upstream =
                cluster.table().upstream(forward(cluster, "m").upstream()).orElseThrow();

        assertThat(upstream.target().text()).isEqualTo(place);
        assertThat(upstream.longName()).isEqualTo(name);
    }

    @Test
    void a_long_name_is_shortened_and_the_first_settings_hold() {
        String service = "a-service-with-a-very-long-name-indeed-for-a-model:8080";
        Cluster cluster = Cluster.open()
                .mapping("a", "{prefix: /a, hostname: '*', service: '" + service + "', connect_timeout_ms: 5}")
                .mapping("b", "{prefix: /b, hostname: '*', service: '" + service + "', connect_timeout_ms: 9}");
        Upstream upstream =
                cluster.table().upstream(forward(cluster, "b").upstream()).orElseThrow();

        assertThat(upstream.name())
                .startsWith("cluster_a_service_with_a_very_long_name_")
                .endsWith("-0")
                .hasSize(59);
        assertThat(upstream.origin().name()).isEqualTo("a");
        assertThat(upstream.settings().connectTimeout()).hasMillis(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host: '*'                                     | m.serving",
                "hostname: '*', resolver: nope                 | m.serving",
                "hostname: '*', load_balancer: {policy: round_robin} | m.serving",
                "hostname: '*', resolver: endpoint, load_balancer: {policy: ring_hash} | m.serving",
                "hostname: '*', circuit_breakers: {}           | m.serving",
                "hostname: '*', retry_policy: {num_retries: 2} | ir.retrypolicy",
                "hostname: '*', outlier_detection: x           | m.serving",
                "hostname: '*', error_response_overrides: [{}] | m.serving"
            })
    void a_mapping_that_is_wrong_in_itself_has_no_route(String spec, String filedUnder) {
        Cluster cluster = Cluster.open().mapping("m", "{prefix: /, service: s, " + spec + "}");

        assertThat(routes(cluster.table())).isEmpty();
        assertThat(cluster.table().errors()).containsExactly(filedUnder);
        assertThat(candidate(cluster, "m").standing()).isEqualTo(Standing.DROPPED);
    }

    @Test
    void the_module_gives_defaults_and_a_second_one_is_ignored() {
        Cluster cluster = Cluster.open()
                .mapping("m", "{prefix: /, hostname: '*', service: s}")
                .with(
                        "Module",
                        "ambassador",
                        "{config: {cluster_request_timeout_ms: 7, retry_policy: {retry_on: 5xx},"
                                + " defaults: {httpmapping: {stats_name: x, add_request_headers: {h: v}}, timeout_ms: 1}}}")
                .with("Module", "ambassador", "team-b", "", "{config: {cluster_request_timeout_ms: 8}}");

        Action.Forward forward = forward(cluster, "m");
        assertThat(forward.limits().values())
                .singleElement()
                .satisfies(limit -> assertThat(limit).hasMillis(7));
        assertThat(forward.retry()).isEqualTo(new dev.gatehouse.ambassador.route.Retry.On("5xx", -1, ""));
        assertThat(forward.extras().headers()).hasSize(1);
        assertThat(cluster.table().upstreams())
                .anySatisfy(
                        upstream -> assertThat(upstream.settings().statsName()).isEqualTo("x"));
    }

    @Test
    void a_hash_needs_an_endpoint_resolver_and_gives_affinity() {
        Cluster cluster = group("resolver: endpoint, load_balancer: {policy: ring_hash, cookie: {name: c, ttl: 5s}}");

        assertThat(forward(cluster, "a").extras().affinity()).isEqualTo(new Affinity.Cookie("c", "", "5s"));
    }

    @Test
    void tls_ends_per_host_beside_one_cleartext_chain() {
        Cluster cluster = Cluster.empty()
                .with("Listener", "web", HTTPS)
                .with("Host", "b", "{hostname: b.example.com, tlsSecret: {name: cert-b}}")
                .with("Host", "a", "{hostname: 'a.example.com:8443', tlsSecret: {name: cert-a}}")
                .with("Host", "plain", "{hostname: c.example.com, tls: {min_tls_version: v1.2}}")
                .mapping("m", "{prefix: /, hostname: '*', service: s}");
        List<FilterChain> chains = cluster.table().listeners().get(0).chains();

        assertThat(chains).extracting(FilterChain::tlsContext).containsExactly("a-context", "", "b-context");
        assertThat(chains)
                .extracting(FilterChain::serverNames)
                .containsExactly(List.of("a.example.com"), List.of(), List.of("b.example.com"));
        assertThat(((FilterChain.Http) chains.get(1)).virtualHosts()).hasSize(3);
        assertThat(cluster.table().tlsContexts())
                .extracting(context -> context.name() + " " + context.secret())
                .containsExactly("a-context cert-a.serving", "b-context cert-b.serving");
        assertThat(routes(cluster.table())).as("two entries per virtual host").hasSize(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{secret: cert, hosts: [h.x]}    | {hostname: h.x, tlsSecret: {name: cert}, tlsContext: {name: ctx}} | ctx |",
                "{hosts: [h.x]}                  | {hostname: h.x, tlsSecret: {name: cert}, tlsContext: {name: ctx}} | ctx |",
                "{secret: cert}                  | {hostname: h.x, tlsSecret: {name: other}, tlsContext: {name: ctx}} | '' | h.serving",
                "{secret: cert}                  | {hostname: h.x, tlsSecret: {name: cert}, tlsContext: {name: no}}  | '' | h.serving",
                "{secret: cert, hosts: [o.x]}    | {hostname: h.x, tlsSecret: {name: cert}, tlsContext: {name: ctx}} | ctx | h.serving",
                "{secret: cert}                  | {hostname: h.x, tlsSecret: {name: cert}, tls: {min_tls_version: v9}} | '' | h.serving",
                "{secret: cert, hosts: [h.x]}    | {hostname: h.x}                                                   | '' |"
            })
    void a_host_attaches_a_tls_context_that_fits(String context, String host, String ends, String error) {
        RouteTable table = Cluster.empty()
                .with("Listener", "web", HTTPS)
                .with("TLSContext", "ctx", context)
                .with("Host", "h", host)
                .with("Host", "z", "{hostname: z.x}")
                .table();

        assertThat(table.listeners().get(0).chains().stream()
                        .map(FilterChain::tlsContext)
                        .filter(name -> !name.isEmpty()))
                .containsExactlyElementsOf(ends.isEmpty() ? List.of() : List.of(ends));
        assertThat(table.errors()).containsExactlyElementsOf(error == null ? List.of() : List.of(error));
    }

    @Test
    void bytes_go_to_tcp_mappings_by_port_and_server_name() {
        RouteTable table = Cluster.empty()
                .with(
                        "Listener",
                        "tls",
                        "{port: 9000, protocol: TLS, securityModel: SECURE, hostBinding: {namespace: {from: ALL}}}")
                .with("TLSContext", "ctx", "{secret: cert, hosts: [db.x]}")
                .with("Host", "h", "{hostname: h.x}")
                .with("TCPMapping", "db", "{port: 9000, host: db.x, service: 'db:5432', weight: 30}")
                .with("TCPMapping", "db-next", "{port: 9000, host: db.x, service: 'db2:5432'}")
                .with("TCPMapping", "lost", "{port: 9000, host: no.x, service: 'db:5432'}")
                .with("TCPMapping", "plain", "{port: 9001, service: 'q:5672'}")
                .table();

        assertThat(table.listeners())
                .extracting(listener -> listener.name() + " " + listener.protocols())
                .containsExactly("tls [TLS, TCP]", "listener-0.0.0.0-9001 [TCP]");
        FilterChain.Tcp chain =
                (FilterChain.Tcp) table.listeners().get(0).chains().get(0);
        assertThat(chain.serverNames()).containsExactly("db.x");
        assertThat(chain.tlsContext()).isEqualTo("ctx");
        assertThat(chain.targets()).extracting(FilterChain.Target::weight).containsExactly(30, 100);
        assertThat(table.errors()).containsExactly("lost.serving");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{auth_service: a}                                          | false |",
                "{auth_service: a, proto: grpc, protocol_version: v3}       | false |",
                "{auth_service: a, proto: grpc}                             | true  | auth.serving",
                "{auth_service: a, include_body: {max_bytes: 1, allow_partial: true}, allow_request_body: true} | true | auth.serving"
            })
    void an_error_of_the_authorization_service_breaks_every_request(String spec, boolean broken, String error) {
        RouteTable table = Cluster.open().with("AuthService", "auth", spec).table();

        assertThat(table.globals().services())
                .singleElement()
                .satisfies(service -> assertThat(service.broken()).isEqualTo(broken));
        assertThat(table.errors()).containsExactlyElementsOf(error == null ? List.of() : List.of(error));
    }

    @Test
    void labels_count_where_one_rate_limit_service_of_v3_is_there() {
        String labels = "labels: {d: [{g: [{generic_key: {value: v}}]}], other: [{h: [{generic_key: {value: w}}]}]}";
        Cluster cluster = group(labels)
                .with(
                        "Module",
                        "ambassador",
                        "{config: {default_labels: {d: {defaults: [{remote_address: {key: remote_address}}]}}}}");

        assertThat(forward(cluster, "a").extras().rateLimits()).isEmpty();
        cluster.with("RateLimitService", "r", "{service: r, domain: d, protocol_version: v3}");
        assertThat(forward(cluster, "a").extras().rateLimits())
                .singleElement()
                .satisfies(limit -> assertThat(limit.actions()).hasSize(2));
        cluster.with("RateLimitService", "r2", "{service: r, domain: d, protocol_version: v3}");
        assertThat(forward(cluster, "a").extras().rateLimits()).isEmpty();
        assertThat(cluster.table().errors()).containsExactly("ir.ratelimit");
    }

    @Test
    void another_ambassador_id_is_ignored() {
        Cluster cluster = Cluster.open()
                .mapping("m", "{prefix: /, hostname: '*', service: s, ambassador_id: [other]}")
                .mapping("n", "{prefix: /, hostname: '*', service: s, ambassador_id: [other, default]}");

        assertThat(members(cluster)).isEqualTo("n 100");
        assertThat(candidate(cluster, "m").why()).isEqualTo("ambassador_id names another Emissary");
    }

    @Test
    void a_listener_without_hosts_is_closed_and_two_on_a_port_are_one() {
        RouteTable table = Cluster.open()
                .with(
                        "Listener",
                        "alone",
                        "team-b",
                        "",
                        "{port: 8081, protocol: HTTP, securityModel: XFP, hostBinding: {namespace: {from: SELF}}}")
                .with(
                        "Listener",
                        "web2",
                        "{port: 8080, protocol: HTTP, securityModel: XFP, hostBinding: {namespace: {from: ALL}}}")
                .table();

        assertThat(table.listeners()).extracting(listener -> listener.name()).containsExactly("web");
        assertThat(table.errors()).containsExactly("-global-", "alone.team-b");
    }

    @ParameterizedTest
    @CsvSource({
        "a.b, a.b, true", "a.b, a.c, false", "*, x, true", "*.a.b, x.a.b, true", "*.a.b, a.b, false",
                "*.a.b, .a.b, false",
        "*.a.b, *.b, true", "*.a.b, *.c, false", "a.*, a.b, true", "a.*, a., false", "a.*, a.b.*, true",
                "a.*, b.*, false",
        "*.a, b.*, true", "*a*, a, false", "*a*, *a*, true", "*a*, *, true", ".a, *.a, false"
    })
    void host_patterns_overlap(String a, String b, boolean overlap) {
        assertThat(HostGlob.overlap(a, b)).isEqualTo(overlap);
        assertThat(HostGlob.overlap(b, a)).isEqualTo(overlap);
    }
}

package dev.gatehouse.ambassador.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.ambassador.Cluster;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
    private static final String FRAUD = "prefix: /v2/models/fraud/, hostname: '*', rewrite: ''";

    private static Explanation explain(Cluster cluster, String request, String... headers) {
        Request parsed = Request.parse(request);
        for (String header : headers) {
            parsed = parsed.withHeader(header);
        }
        return Explanation.of(cluster.table(), parsed);
    }

    /** Such as {@code 10 fraud-canary, 90 fraud}; what nobody takes as its status. */
    private static String takers(Explanation explanation) {
        return explanation.outcomes().stream()
                .map(outcome -> outcome.percent() + " "
                        + (outcome.by().isEmpty()
                                ? String.valueOf(((Answer.Refused) outcome.answer()).status())
                                : outcome.by().get(0).origin().name()))
                .collect(Collectors.joining(", "));
    }

    private static String why(Explanation explanation, String mapping) {
        return explanation.bystanders().stream()
                .filter(bystander -> bystander.origin().name().equals(mapping))
                .map(Bystander::why)
                .findFirst()
                .orElse("not related");
    }

    private static Answer.Forwarded forwarded(Explanation explanation) {
        return (Answer.Forwarded) explanation.outcomes().get(0).answer();
    }

    private static Answer.Redirected redirected(Explanation explanation) {
        return (Answer.Redirected) explanation.outcomes().get(0).answer();
    }

    @Test
    void members_share_the_requests_of_their_group() {
        Cluster cluster = Cluster.open()
                .mapping("fraud", "{" + FRAUD + ", service: 'fraud:8080'}")
                .mapping("fraud-canary", "{" + FRAUD + ", service: 'fraud-v4:8080', weight: 10}")
                .mapping("fraud-shadow", "{" + FRAUD + ", service: fraud-v5, shadow: true, weight: 5}");

        Explanation explanation = explain(cluster, "POST http://models.example.com/v2/models/fraud/infer?x=1");

        assertThat(takers(explanation)).isEqualTo("10 fraud-canary, 90 fraud");
        assertThat(explanation.bystanders()).isEmpty();
        assertThat(forwarded(explanation).upstream()).isEqualTo("fraud-v4.serving:8080");
        assertThat(forwarded(explanation).target()).isEqualTo("/v2/models/fraud/infer?x=1");
        assertThat(forwarded(explanation).mirrors())
                .extracting(copy -> copy.percent() + " " + copy.upstream())
                .containsExactly("5 fraud-v5.serving:80");
    }

    @Test
    void leftover_weight_falls_through_to_a_shorter_prefix_or_to_404() {
        Cluster cluster = Cluster.open()
                .mapping("a", "{" + FRAUD + ", service: a, weight: 10}")
                .mapping("b", "{" + FRAUD + ", service: b, weight: 20}");

        assertThat(takers(explain(cluster, "GET http://x/v2/models/fraud/"))).isEqualTo("10 a, 20 b, 70 404");
        assertThat(takers(explain(
                        cluster.mapping("all", "{prefix: /, hostname: '*', service: c}"), "http://x/v2/models/fraud/")))
                .isEqualTo("10 a, 20 b, 70 all");
    }

    @Test
    void every_other_mapping_has_its_reason() {
        Cluster cluster = Cluster.open()
                .mapping("taker", "{" + FRAUD + ", service: fraud}")
                .mapping("pinned", "{" + FRAUD + ", service: fraud, headers: {x-cohort: beta}}")
                .mapping("pinned-regex", "{" + FRAUD + ", service: fraud, regex_headers: {x-tenant: 'a.*'}}")
                .mapping("posting", "{" + FRAUD + ", service: fraud, method: POST}")
                .mapping("asking", "{" + FRAUD + ", service: fraud, query_parameters: {v: '2'}}")
                .mapping("elsewhere", "{prefix: /v2/models/fraud/, hostname: other.example.com, service: fraud}")
                .mapping("taker-late", "{" + FRAUD + ", service: fraud, weight: 0}")
                .mapping("taker-slow", "{" + FRAUD + ", service: fraud, connect_timeout_ms: 10}")
                .mapping("broken", "{" + FRAUD + ", service: fraud, resolver: nope}")
                .mapping("short", "{prefix: /v2/, hostname: '*', service: fraud}")
                .mapping("sunk", "{prefix: /v2/models/fraud/i, hostname: '*', service: fraud, precedence: -1}")
                .mapping("lost", "{prefix: /v2/models/, service: fraud}")
                .mapping("other-case", "{prefix: /V2/, hostname: '*', service: fraud}")
                .mapping("exact", "{prefix: /v2/models/fraud, prefix_exact: true, hostname: '*', service: fraud}")
                .mapping("unrelated", "{prefix: /v1/, hostname: '*', service: fraud}");

        Explanation explanation =
                explain(cluster, "GET http://models.example.com/v2/models/fraud/infer", "x-tenant: b");

        assertThat(takers(explanation)).isEqualTo("100 taker");
        assertThat(why(explanation, "pinned")).isEqualTo("header x-cohort must be 'beta', and is missing");
        assertThat(why(explanation, "pinned-regex")).isEqualTo("header x-tenant must be like 'a.*', and is 'b'");
        assertThat(why(explanation, "posting")).isEqualTo("method must be 'POST', and is 'GET'");
        assertThat(why(explanation, "asking")).isEqualTo("query parameter v must be '2', and is missing");
        assertThat(why(explanation, "elsewhere"))
                .isEqualTo("host must be 'other.example.com', and is 'models.example.com'");
        assertThat(why(explanation, "taker-late")).isEqualTo("its weight gives it 0 %");
        assertThat(why(explanation, "taker-slow"))
                .isEqualTo("its group refuses it: it differs from taker-late.serving, the first of its group, in"
                        + " connect_timeout_ms");
        assertThat(why(explanation, "broken")).isEqualTo("it is invalid: there is no resolver nope");
        assertThat(why(explanation, "short"))
                .isEqualTo("it stands behind Mapping taker.serving, whose prefix is longer (17 characters, not 4)");
        assertThat(why(explanation, "sunk"))
                .isEqualTo("it stands behind Mapping taker.serving, whose precedence is 0 and not -1");
        assertThat(why(explanation, "lost")).isEqualTo("no Host takes it: neither its hostname nor its labels fit one");
        assertThat(why(explanation, "other-case")).isEqualTo("upper and lower case differ from its prefix /V2/");
        assertThat(why(explanation, "exact")).isEqualTo("it takes the path /v2/models/fraud and no other");
        assertThat(why(explanation, "unrelated")).isEqualTo("not related");
    }

    @Test
    void a_missing_slash_is_told() {
        Cluster cluster = Cluster.open().mapping("fraud", "{" + FRAUD + ", service: fraud}");

        Explanation explanation = explain(cluster, "http://x/v2/models/fraud");

        assertThat(takers(explanation)).isEqualTo("100 404");
        assertThat(explanation.hasRoute()).isFalse();
        assertThat(why(explanation, "fraud")).isEqualTo("the path does not begin with its prefix /v2/models/fraud/");
    }

    @ParameterizedTest
    @CsvSource({
        "a.example.com, exact",
        "A.Example.COM, exact",
        "b.example.com, suffix",
        "x.b.example.com, longer-suffix",
        "a.example.org, prefix",
        "elsewhere, any",
        "a.example.com:8081, prefix",
        ".example.com, any"
    })
    void the_most_exact_host_wins(String host, String taker) {
        Cluster cluster = Cluster.empty()
                .with(
                        "Listener",
                        "web",
                        "{port: 8080, protocol: HTTP, securityModel: SECURE,"
                                + " hostBinding: {namespace: {from: ALL}}}");
        List<String> hosts = List.of(
                "exact",
                "a.example.com",
                "suffix",
                "'*.example.com'",
                "longer-suffix",
                "'*.b.example.com'",
                "prefix",
                "'a.example.*'",
                "any",
                "'*'");
        for (int i = 0; i < hosts.size(); i += 2) {
            cluster.with(
                            "Host",
                            hosts.get(i),
                            "serving",
                            "",
                            "{hostname: " + hosts.get(i + 1) + ", mappingSelector: {matchLabels: {on: " + hosts.get(i)
                                    + "}}}")
                    .with("Mapping", hosts.get(i), "serving", "{on: " + hosts.get(i) + "}", "{prefix: /, service: x}");
        }

        assertThat(takers(explain(cluster, "http://" + host + "/"))).isEqualTo("100 " + taker);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "prefix: /a/, rewrite: /b/            | /a/c?q=1  | /b/c?q=1",
                "prefix: /a/                          | /a/c      | /c",
                "prefix: /a                           | /ab       | /b",
                "prefix: /a/, rewrite: ''             | /a/c      | /a/c",
                "prefix: /a, prefix_exact: true, rewrite: /b | /a?x | /b?x",
                "prefix: '/a/.*', prefix_regex: true  | /a/c?q    | /?q",
                "prefix: '/a/.*', prefix_regex: true, rewrite: '' | /a/c | /a/c",
                "prefix: /a/, regex_rewrite: {pattern: '/a/(.*)/(.*)', substitution: '/\\2/\\1'} | /a/x/y?q | /y/x?q",
                "prefix: /a/, regex_rewrite: {pattern: o, substitution: 0} | /a/foo?o | /a/f00?o",
                "prefix: /A/, case_sensitive: false, rewrite: /b/ | /a/c | /b/c",
                "prefix: /a/, rewrite: ''             | /x/../a/%62/./c | /a/b/c"
            })
    void the_upstream_sees_the_rewritten_path(String spec, String target, String seen) {
        Cluster cluster = Cluster.open().mapping("m", "{hostname: '*', service: s, " + spec + "}");

        assertThat(forwarded(explain(cluster, "http://x" + target)).target()).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "service: new.example.com                                    | 301 | http://new.example.com/a/b?q=1",
                "service: new.example.com, redirect_response_code: 307       | 307 | http://new.example.com/a/b?q=1",
                "service: new.example.com, path_redirect: /gone              | 301 | http://new.example.com/gone?q=1",
                "service: new.example.com, prefix_redirect: /c/              | 301 | http://new.example.com/c/b?q=1",
                "service: n.x, regex_redirect: {pattern: '/a/(.*)', substitution: '/\\1/'} | 301 | http://n.x/b/?q=1",
                "service: 'https://new.example.com'                          | 301 | http://https://new.example.com/a/b?q=1"
            })
    void a_client_is_sent_elsewhere(String spec, int status, String location) {
        Cluster cluster =
                Cluster.open().mapping("m", "{prefix: /a/, hostname: '*', host_redirect: true, " + spec + "}");

        Answer.Redirected answer = redirected(explain(cluster, "http://x/a/b?q=1"));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.location()).isEqualTo(location);
    }

    private static Cluster byScheme(int l7Depth, String protocol) {
        return Cluster.empty()
                .with(
                        "Listener",
                        "web",
                        "{port: 8080, protocol: " + protocol + ", securityModel: XFP, l7Depth: " + l7Depth
                                + ", hostBinding: {namespace: {from: ALL}}}")
                .with("Host", "all", "{hostname: '*', tlsSecret: {name: cert}}")
                .mapping("m", "{prefix: /, hostname: '*', service: s}");
    }

    @Test
    void a_forged_scheme_is_believed_only_behind_trusted_hops() {
        String forged = "x-forwarded-proto: https";

        assertThat(redirected(explain(byScheme(0, "HTTP"), "http://x/a?b", forged))
                        .location())
                .isEqualTo("https://x/a?b");
        assertThat(forwarded(explain(byScheme(1, "HTTP"), "http://x/", forged)).upstream())
                .isEqualTo("s.serving:80");
        assertThat(redirected(explain(byScheme(1, "HTTP"), "http://x/")).status())
                .isEqualTo(301);
    }

    @Test
    void tls_that_ends_in_front_redirects_for_ever_where_nobody_is_trusted() {
        Explanation trusted = explain(byScheme(1, "HTTP"), "https://x/");
        Explanation untrusted = explain(byScheme(0, "HTTP"), "https://x/");

        assertThat(forwarded(trusted).upstream()).isEqualTo("s.serving:80");
        assertThat(trusted.notes()).singleElement().asString().contains("a proxy is taken to have set");
        assertThat(redirected(untrusted).location()).isEqualTo("https://x/");
        assertThat(untrusted.notes()).contains("the client speaks https already, so it is redirected for ever");
    }

    @Test
    void tls_that_ends_at_the_listener_routes_and_cleartext_redirects() {
        assertThat(forwarded(explain(byScheme(0, "HTTPS"), "https://x/")).upstream())
                .isEqualTo("s.serving:80");
        assertThat(redirected(explain(byScheme(0, "HTTPS"), "http://x:80/")).location())
                .isEqualTo("https://x/");
    }

    @Test
    void an_upgrade_needs_leave() {
        Cluster cluster = Cluster.open()
                .mapping("a", "{prefix: /a/, hostname: '*', service: s}")
                .mapping("b", "{prefix: /b/, hostname: '*', service: s, allow_upgrade: [websocket]}");
        String[] upgrade = {"Upgrade: websocket", "Connection: Upgrade"};

        assertThat(explain(cluster, "http://x/a/", upgrade).outcomes().get(0).answer())
                .isEqualTo(new Answer.Refused(403, "allow_upgrade does not list websocket"));
        assertThat(forwarded(explain(cluster, "http://x/b/", upgrade)).upgrade())
                .isEqualTo("websocket");
        assertThat(forwarded(explain(cluster, "http://x/a/", "Upgrade: websocket"))
                        .upgrade())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"HTTP, 8080, x", "HTTP, 9999, x:9999", "HTTPPROXY, 8080, x", "HTTPPROXY, 9999, x"})
    void the_port_that_is_taken_off_is_the_one_that_the_client_reached(String protocol, int port, String host) {
        Cluster cluster = Cluster.empty()
                .with(
                        "Listener",
                        "web",
                        "{port: 8080, protocol: " + protocol
                                + ", securityModel: INSECURE, hostBinding: {namespace: {from: ALL}}}")
                .with("Host", "all", "{hostname: '*', requestPolicy: {insecure: {action: Route}}}")
                .with("Module", "ambassador", "{config: {strip_matching_host_port: true}}")
                .mapping("m", "{prefix: /, hostname: '*', service: s}");

        assertThat(forwarded(explain(cluster, "http://x:" + port + "/")).host()).isEqualTo(host);
    }

    @Test
    void a_redirect_takes_no_upgrade() {
        Cluster cluster = Cluster.open().mapping("m", "{prefix: /, hostname: '*', service: new, host_redirect: true}");

        assertThat(explain(cluster, "http://x/", "Upgrade: websocket", "Connection: Upgrade")
                        .outcomes()
                        .get(0)
                        .answer())
                .isEqualTo(new Answer.Refused(403, "a redirect takes no upgrade to websocket"));
    }

    @ParameterizedTest
    @CsvSource({
        "/routed/,                                           Refused",
        "/redirected/,                                       Refused",
        "/nothing,                                           Refused",
        "/ambassador/v0/check_ready,                         Forwarded",
        "/ambassador/v0/check_ready?x=1,                     Refused"
    })
    void an_authorization_service_with_an_error_ends_everything_but_health_checks(String path, String answer) {
        Cluster cluster = Cluster.open()
                .mapping("a", "{prefix: /routed/, hostname: '*', service: s, bypass_auth: true}")
                .mapping("b", "{prefix: /redirected/, hostname: '*', service: s, host_redirect: true}")
                .with("AuthService", "auth", "{auth_service: auth, proto: grpc}");

        Answer actual = explain(cluster, "http://x" + path).outcomes().get(0).answer();

        assertThat(actual.getClass().getSimpleName()).isEqualTo(answer);
        assertThat(!(actual instanceof Answer.Refused refused) || refused.status() == 500)
                .isTrue();
    }

    @Test
    void an_expression_that_is_none_is_told() {
        Cluster cluster =
                Cluster.open().mapping("bad", "{prefix: '/(?!x)', prefix_regex: true, hostname: '*', service: s}");

        assertThat(explain(cluster, "http://x/").notes())
                .containsExactly("'/(?!x)' of Mapping bad.serving is no RE2 expression: Envoy refuses the whole"
                        + " configuration and keeps the old one");
    }

    @Test
    void nothing_is_open_without_a_listener() {
        Explanation explanation = explain(Cluster.empty().mapping("m", "{prefix: /, service: s}"), "http://x/");

        assertThat(explanation.outcomes().get(0).answer()).isInstanceOf(Answer.Closed.class);
    }

    @Test
    void an_unknown_listener_suggests_a_known_one() {
        assertThatThrownBy(() -> Explanation.of(
                        Cluster.open().table(), Request.parse("http://x/").at("wep")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no open listener 'wep'; did you mean 'web'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"x", "GET", "GET /v2", "ftp://x/", "GET  ", "http:///v2"})
    void what_is_no_request_is_told(String line) {
        assertThatThrownBy(() -> Request.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a request is written METHOD URL");
    }
}

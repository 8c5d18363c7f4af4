package dev.gatehouse.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.lab.stage.Reason;
import dev.gatehouse.lab.stage.StageCounts;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Jwt;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.SpecReader;
import dev.gatehouse.model.spec.SpecReading;
import dev.gatehouse.model.topology.Design;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.testing.Specs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the hops of a lab refuse, and that they say who refused and why. */
class RefusalsTest {
    private static final Site SITE = Site.open("refusals-test", 1);
    private static final String IRIS = "/v2/models/iris/infer";
    private static final String STREAM = "/v1/chat/completions";
    private static final Map<String, String> KEY = Map.of("x-api-key", "key-of-all-on-public");

    @AfterAll
    static void close() {
        SITE.close();
    }

    private static Lab lab(String design, PlatformSpec spec, LabOptions options) {
        return lab(design, spec, options, Facts.bundled());
    }

    private static Lab lab(String design, PlatformSpec spec, LabOptions options, Facts facts) {
        Design chosen = Designs.of(design).orElseThrow();
        return Lab.start(chosen.realize(spec, facts), options, EchoCluster::new, SITE);
    }

    private static PlatformSpec variant(String feature) {
        return Optional.ofNullable(Specs.byName().get(feature)).orElseThrow();
    }

    /** Plans that the REST API itself keeps. */
    private static PlatformSpec planned() {
        String yaml = """
                schema: gatehouse/platform/1
                name: planned
                region: eu-west-1
                entries: { public: { host: models.example.com } }
                consumers:
                  identity: { public: { api-key: x-api-key } }
                  plans: { all: { rate: 1/s, burst: 5, default: true } }
                models:
                  iris:
                    service: iris.serving:8080
                    path: /v2/models/iris/
                    load: { average: 20/s, peak: 100/s, request: 1 KB, response: 1 KB }
                require: { rate-limit: { on: [public], by: consumer } }
                keepers: { rate-limit: rest-api }
                """;
        SpecReading reading = SpecReader.read("planned.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        return reading.spec().orElseThrow(() -> new AssertionError(String.valueOf(reading.findings())));
    }

    private static Caller.Answer post(Lab lab, String path, Map<String, String> headers, int bytes) throws IOException {
        Entrance entrance = lab.entrance("public");
        String model = entrance.addresses().keySet().iterator().next();
        try (Caller caller = Caller.of(lab, "public", model)) {
            return caller.call("POST", path, headers, new byte[bytes]);
        }
    }

    private static void refused(Caller.Answer answer, int status, HopKind hop, Reason reason) {
        assertThat(answer.status() + " by " + answer.hop() + ": " + answer.header("x-gatehouse-reason"))
                .isEqualTo(status + " by " + hop.id() + ": " + reason.word());
    }

    // ---- the firewall

    @Test
    void a_web_acl_blocks_what_its_rules_match_and_nothing_else() throws IOException {
        for (String design : List.of("apigateway-nlb", "apigateway-nlb-ambassador", "route53-alb-nlb-ambassador")) {
            try (Lab lab = lab(design, variant("web-firewall"), LabOptions.standard())) {
                refused(post(lab, IRIS, Map.of("x-note", "a ${jndi:ldap}"), 3), 403, HopKind.WEB_ACL, Reason.FIREWALL);
                refused(post(lab, IRIS, Map.of("user-agent", ""), 9_000), 403, HopKind.WEB_ACL, Reason.FIREWALL);
                assertThat(post(lab, IRIS, Map.of(), 8_000).status()).isEqualTo(200);
            }
        }
    }

    @Test
    void a_web_acl_sees_the_beginning_of_a_body_and_lets_the_rest_pass_unseen() throws IOException {
        try (Lab lab = lab("route53-alb-nlb-ambassador", Specs.riskModels(), LabOptions.standard());
                Caller caller = Caller.of(lab, "public", "damage-image")) {
            byte[] seen = new byte[1_000_000];
            System.arraycopy("${jndi:".getBytes(StandardCharsets.US_ASCII), 0, seen, 8_000, 7);
            byte[] unseen = new byte[1_000_000];
            System.arraycopy("${jndi:".getBytes(StandardCharsets.US_ASCII), 0, unseen, 20_000, 7);

            refused(
                    caller.call("POST", "/v2/models/damage/infer", Map.of(), seen),
                    403,
                    HopKind.WEB_ACL,
                    Reason.FIREWALL);
            Caller.Answer passed = caller.call("POST", "/v2/models/damage/infer", Map.of(), unseen);
            assertThat(passed.status()).isEqualTo(200);
            assertThat(passed.header("x-body-bytes")).isEqualTo("1000000");
        }
    }

    @Test
    void an_address_on_the_block_list_is_refused() throws IOException {
        LabOptions options = LabOptions.standard().blocking(List.of(Caller.ADDRESS));
        try (Lab lab = lab("accelerator-alb-nlb-ambassador", variant("web-firewall"), options)) {
            refused(post(lab, IRIS, Map.of(), 3), 403, HopKind.WEB_ACL, Reason.FIREWALL);
        }
    }

    @Test
    void nothing_inspects_where_no_web_acl_is() throws IOException {
        try (Lab lab = lab("nlb-ambassador", variant("web-firewall"), LabOptions.standard())) {
            assertThat(post(lab, IRIS, Map.of("x-note", "${jndi:ldap}"), 3).status())
                    .isEqualTo(200);
        }
    }

    // ---- limits

    @Test
    void a_rest_api_takes_no_body_over_10_mib_and_a_balancer_does() throws IOException {
        int bytes = 10 * 1024 * 1024 + 1;
        try (Lab lab = lab("apigateway-nlb", Specs.iris(), LabOptions.standard())) {
            refused(post(lab, IRIS, Map.of(), bytes), 413, HopKind.REST_API, Reason.LONG_BODY);
            assertThat(post(lab, IRIS, Map.of(), bytes - 1).header("x-body-bytes"))
                    .isEqualTo(String.valueOf(bytes - 1));
        }
        try (Lab lab = lab("accelerator-alb-nlb-ambassador", Specs.iris(), LabOptions.standard())) {
            assertThat(post(lab, IRIS, Map.of(), bytes).header("x-body-bytes")).isEqualTo(String.valueOf(bytes));
        }
    }

    @Test
    void a_rest_api_takes_no_chunked_body_over_10_mib() throws IOException {
        try (Lab lab = lab("apigateway-nlb", Specs.iris(), LabOptions.standard());
                Caller caller = Caller.of(lab, "public", "iris")) {
            caller.send("POST", IRIS, Map.of("transfer-encoding", "chunked"), new byte[0]);
            String chunk = "100000\r\n" + "x".repeat(1024 * 1024) + "\r\n";
            for (int megabyte = 0; megabyte < 11; megabyte++) {
                caller.raw(chunk);
            }
            caller.raw("0\r\n\r\n");

            refused(caller.answer(), 413, HopKind.REST_API, Reason.LONG_BODY);
            assertThat(caller.get(IRIS).status()).isEqualTo(200);
        }
    }

    @Test
    void a_rest_api_gives_back_no_answer_over_10_mib() throws IOException {
        try (Lab lab = lab("apigateway-nlb", Specs.iris(), LabOptions.standard())) {
            refused(
                    post(lab, IRIS + "?bytes=6000000&pieces=2", Map.of(), 0),
                    500,
                    HopKind.REST_API,
                    Reason.LONG_ANSWER);
        }
        try (Lab lab = lab("route53-alb-nlb-ambassador", Specs.iris(), LabOptions.standard())) {
            assertThat(post(lab, IRIS + "?bytes=6000000&pieces=2", Map.of(), 0).body())
                    .hasSize(12_000_000);
        }
    }

    @Test
    void headers_and_lines_that_are_too_long_are_refused() throws IOException {
        try (Lab lab = lab("apigateway-nlb", Specs.iris(), LabOptions.standard())) {
            refused(
                    post(lab, IRIS, Map.of("x-long", "y".repeat(11_000)), 0),
                    431,
                    HopKind.REST_API,
                    Reason.LONG_HEADERS);
        }
        try (Lab lab = lab("route53-alb-nlb-ambassador", Specs.iris(), LabOptions.standard())) {
            assertThat(post(lab, IRIS, Map.of("x-long", "y".repeat(11_000)), 0).status())
                    .isEqualTo(200);
            refused(
                    post(lab, IRIS + "?" + "y".repeat(17_000), Map.of(), 0),
                    414,
                    HopKind.APPLICATION_LOAD_BALANCER,
                    Reason.LONG_LINE);
        }
    }

    @Test
    void whoever_waits_least_gives_up_first() throws IOException {
        LabOptions fast = LabOptions.standard().clock(100);
        try (Lab lab = lab("apigateway-nlb-ambassador", Specs.iris(), fast)) {
            refused(post(lab, IRIS + "?hang=1", Map.of(), 0), 504, HopKind.REST_API, Reason.TIMEOUT);
        }
        try (Lab lab = lab("route53-alb-nlb-ambassador", Specs.iris(), fast)) {
            refused(post(lab, IRIS + "?hang=1", Map.of(), 0), 504, HopKind.APPLICATION_LOAD_BALANCER, Reason.IDLE);
        }
    }

    // ---- streams

    @Test
    void a_streamed_answer_passes_piece_by_piece_where_the_hop_streams() throws IOException {
        for (String design : Designs.ids()) {
            try (Lab lab = lab(design, Specs.llmGateway(), LabOptions.standard());
                    Caller caller = Caller.of(lab, "public", "chat")) {
                Map<String, String> key =
                        Map.of("x-api-key", lab.entrance("public").keys().getOrDefault("paid", ""));
                caller.send("POST", STREAM + "?pieces=2&gap=3600000", key, new byte[0]);

                assertThat(caller.head().status()).isEqualTo(200);
                assertThat(caller.chunk()).isEqualTo("piece\n");
            }
        }
    }

    @Test
    void a_rest_api_of_2020_held_a_stream_and_gave_up_after_29_s() throws IOException {
        Facts then = Facts.bundled().asOf(LocalDate.of(2020, 11, 19));
        LabOptions fast = LabOptions.standard().clock(1_000);
        try (Lab lab = lab("apigateway-nlb", Specs.llmGateway(), fast, then);
                Caller caller = Caller.of(lab, "public", "chat")) {
            Map<String, String> key =
                    Map.of("x-api-key", lab.entrance("public").keys().getOrDefault("paid", ""));

            Caller.Answer answer = caller.call("POST", STREAM + "?pieces=2&gap=3600000", key, new byte[0]);

            refused(answer, 504, HopKind.REST_API, Reason.TIMEOUT);
        }
    }

    @Test
    void a_web_socket_passes_a_balancer_and_no_rest_api() throws IOException {
        Map<String, String> upgrade = new LinkedHashMap<>(Map.of(
                "connection",
                "Upgrade",
                "upgrade",
                "websocket",
                "sec-websocket-version",
                "13",
                "sec-websocket-key",
                "AA"));
        for (String design : Designs.ids()) {
            try (Lab lab = lab(design, Specs.llmGateway(), LabOptions.standard());
                    Caller caller = Caller.of(lab, "public", "voice")) {
                caller.send("GET", "/v1/realtime", upgrade, new byte[0]);
                if (lab.topology().design().has(HopKind.REST_API)) {
                    refused(caller.answer(), 403, HopKind.REST_API, Reason.NO_WEBSOCKET);
                } else {
                    assertThat(caller.head().status()).isEqualTo(101);
                    caller.raw("frame");
                    assertThat(caller.read(5)).isEqualTo("frame");
                    caller.raw("another frame");
                    assertThat(caller.read(13)).isEqualTo("another frame");
                }
            }
        }
    }

    // ---- who calls

    @Test
    void a_rest_api_asks_for_a_key_and_keeps_its_plan() throws IOException {
        try (Lab lab = lab("apigateway-nlb", planned(), LabOptions.standard())) {
            refused(post(lab, IRIS, Map.of(), 0), 403, HopKind.REST_API, Reason.API_KEY);
            refused(post(lab, IRIS, Map.of("x-api-key", "guessed"), 0), 403, HopKind.REST_API, Reason.API_KEY);
            Map<String, String> key = Map.of(
                    "x-api-key",
                    lab.entrance("public").keys().values().iterator().next());
            int passed = 0;
            Caller.Answer last = post(lab, IRIS, key, 0);
            try (Caller caller = Caller.of(lab, "public", "iris")) {
                while (last.status() == 200 && passed < 10_000) {
                    passed++;
                    last = caller.call("GET", IRIS, key, new byte[0]);
                }
            }
            refused(last, 429, HopKind.REST_API, Reason.RATE_LIMIT);
            assertThat(passed)
                    .isGreaterThanOrEqualTo(
                            lab.topology().spec().consumers().plans().get(0).burst());
        }
    }

    @Test
    void whoever_keeps_tokens_takes_signed_ones_only() throws IOException {
        for (Design design : Designs.all()) {
            PlatformSpec spec = variant("jwt");
            Topology topology = design.realize(spec, Facts.bundled());
            HopKind keeper = topology.keepings().stream()
                    .filter(keeping -> keeping.requirement() instanceof Jwt)
                    .findFirst()
                    .flatMap(keeping -> keeping.keeper())
                    .orElseThrow();
            if (keeper.equals(HopKind.AMBASSADOR)) {
                continue;
            }
            try (Lab lab = Lab.start(topology, LabOptions.standard(), EchoCluster::new, SITE)) {
                String good = lab.tokens().token("https://idp.example.com", "models", Map.of());
                String other = lab.tokens().token("https://idp.example.com", "others", Map.of());
                String forged = good.substring(0, good.lastIndexOf('.') + 1) + "AAAA";

                for (String bad : List.of("", "Bearer " + other, "Bearer " + forged, "Bearer none", good)) {
                    refused(post(lab, IRIS, Map.of("authorization", bad), 0), 401, keeper, Reason.TOKEN);
                }
                assertThat(post(lab, IRIS, Map.of("authorization", "Bearer " + good), 0)
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void a_path_that_is_not_published_is_not_found_and_never_reaches_a_model() throws IOException {
        try (Lab lab = lab("apigateway-nlb", Specs.iris(), LabOptions.standard())) {
            refused(post(lab, "/metrics", KEY, 0), 403, HopKind.REST_API, Reason.UNKNOWN_PATH);
        }
        try (Lab lab = lab("apigateway-nlb", variant("private-admin"), LabOptions.standard())) {
            refused(post(lab, "/v2/repository/index", KEY, 0), 404, HopKind.REST_API, Reason.UNKNOWN_PATH);
        }
    }

    // ---- faults and counts

    @Test
    void every_request_is_accounted_for_by_the_hop_that_answered() throws IOException {
        try (Lab lab = lab("route53-alb-nlb-ambassador", variant("web-firewall"), LabOptions.standard());
                Caller caller = Caller.of(lab, "public", "iris")) {
            caller.get(IRIS);
            caller.call("GET", IRIS, Map.of("host", "elsewhere.example"), new byte[0]);
            caller.call("GET", IRIS, Map.of("x-note", "<script>"), new byte[0]);
            caller.get(IRIS + "?reset=1");

            StageCounts balancer = lab.counts().get(0);
            assertThat(balancer.hop()).isEqualTo("application-load-balancer");
            assertThat(balancer.requests()).isEqualTo(4);
            assertThat(balancer.passed()).isEqualTo(1);
            assertThat(balancer.refused())
                    .containsExactlyInAnyOrderEntriesOf(Map.of("unknown-host", 1L, "firewall", 1L, "target-left", 1L));
        }
    }

    @Test
    void a_zone_that_is_gone_gets_no_new_flows_once_it_is_noticed() throws IOException {
        try (Lab lab = lab("nlb-ambassador", Specs.iris(), LabOptions.standard().inZones(2))) {
            lab.faults().killZone(0);
            lab.faults().noticeZone(0);

            for (int call = 0; call < 20; call++) {
                assertThat(post(lab, IRIS, Map.of(), 0).header("x-zone")).isEqualTo("1");
            }
        }
    }

    @Test
    void a_reset_behind_a_hop_is_answered_by_that_hop() throws IOException {
        List<EchoCluster> clusters = new ArrayList<>();
        Topology topology = Designs.of("apigateway-nlb").orElseThrow().realize(Specs.iris(), Facts.bundled());
        try (Lab lab = Lab.start(
                        topology,
                        LabOptions.standard(),
                        (path, options, site) -> {
                            clusters.add(new EchoCluster(path, options, site));
                            return clusters.get(0);
                        },
                        SITE);
                Caller caller = Caller.of(lab, "public", "iris")) {
            caller.send("GET", IRIS + "?hang=1", Map.of(), new byte[0]);
            while (clusters.get(0).hanging() == 0) {
                Thread.onSpinWait();
            }
            assertThat(lab.faults().resetUpstream(HopKind.REST_API)).isPositive();
            refused(caller.answer(), 502, HopKind.REST_API, Reason.TARGET_LEFT);
        }
    }
}

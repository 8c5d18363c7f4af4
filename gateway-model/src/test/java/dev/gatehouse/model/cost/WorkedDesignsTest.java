package dev.gatehouse.model.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.SheetReader;
import dev.gatehouse.model.spec.Entries;
import dev.gatehouse.model.spec.Models;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.spec.Requirements;
import dev.gatehouse.model.spec.SpecReader;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.model.topology.Known;
import dev.gatehouse.model.topology.Topology;
import dev.gatehouse.model.unit.DataSize;
import dev.gatehouse.model.unit.Money;
import dev.gatehouse.testing.Specs;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whole designs, by hand from the price rows of eu-west-1. The bank's risk models: 150 + 4 + 2 + 25 = 181 requests/s;
 * in 900 + 16,000 + 12 + 6,400 = 23,312 KB/s, out 150 + 8 + 32 + 1,600 = 1,790 KB/s; a month has 730 × 3,600 =
 * 2,628,000 s, so 475.668 M requests.
 */
final class WorkedDesignsTest {
    private static final Facts FACTS = Facts.bundled();

    private static Cost cost(String design) {
        return cost(design, Specs.riskModels(), CostTerms.USUAL);
    }

    private static Cost cost(String design, PlatformSpec spec, CostTerms terms) {
        return Cost.of(Designs.of(design).orElseThrow().realize(spec, FACTS), terms);
    }

    private static BigDecimal item(Cost cost, String hop, String item) {
        return cost.items().stream()
                .filter(line -> line.hop().id().equals(hop) && line.item().equals(item))
                .map(line -> line.amount().orElseThrow().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
    }

    /**
     * Requests 333 × 3.50 + 142.668 × 3.19 = 1,620.61; judged 475.668 × 0.60 = 285.40; NLCU 25,102 KB/s × 3,600 =
     * 90.3672 GB an hour × 0.006 × 730 = 395.81; hours 730 × 0.0252 = 18.40; out 1,790,000 × 2,628,000 / 2^30 =
     * 4,381.05 GiB × 0.09 = 394.29; across zones 25,102,000 × 2,628,000 / 2^30 = 61,437.5 GiB × 2/3 × 2 × 0.01 =
     * 819.17.
     */
    @ParameterizedTest
    @CsvSource({
        "rest-api, request, 1620.61",
        "web-acl, request, 285.40",
        "web-acl, web-acl, 5.00",
        "network-load-balancer, private-hour, 18.40",
        "network-load-balancer, private-capacity-unit-tls, 395.81",
        "network-load-balancer, private-cross-zone, 819.17",
        "vpc-link, hour, 0.00",
        "rest-api, data-out, 394.29"
    })
    void the_lines_of_design_1(String hop, String item, BigDecimal amount) {
        assertThat(item(cost("apigateway-nlb"), hop, item)).isEqualByComparingTo(amount);
    }

    /**
     * Premium on uploads, which dominate: 23,312,000 × 2,628,000 / 10^9 = 61,263.936 GB × 0.015 = 918.96; hours 730 ×
     * 0.025 = 18.25; two addresses 2 × 730 × 0.005 = 7.30; LCU 90.3672 × 0.008 × 730 = 527.74; 3 pods 3 × 730 × 0.03875
     * = 84.86.
     */
    @ParameterizedTest
    @CsvSource({
        "global-accelerator, premium, 918.96",
        "global-accelerator, hour, 18.25",
        "global-accelerator, public-address, 7.30",
        "global-accelerator, data-out, 394.29",
        "application-load-balancer, capacity-unit, 527.74",
        "application-load-balancer, public-address, 0.00",
        "ambassador, pod-hour, 84.86"
    })
    void the_lines_of_design_4b(String hop, String item, BigDecimal amount) {
        assertThat(item(cost("accelerator-alb-nlb-ambassador"), hop, item)).isEqualByComparingTo(amount);
    }

    /**
     * In 1 a function names the consumers of both entries and reads the tokens of one: each of the 475.668 M requests
     * calls it. 475.668 × 0.20 = 95.13; 475.668 M × 20 ms × 0.125 GiB = 1,189,170 GiB-seconds × 0.0000166667 = 19.82.
     */
    @ParameterizedTest
    @CsvSource({"authorizer-request, 95.13", "authorizer-duration, 19.82"})
    void a_function_that_checks_requests_is_paid_for_where_the_rest_api_needs_one(String item, BigDecimal amount) {
        assertThat(item(cost("apigateway-nlb"), "rest-api", item)).isEqualByComparingTo(amount);
    }

    /** 3 pods each, one per zone: 3 × 730 × 0.03875 = 84.86, at peaks of 670 requests/s and of 330. */
    @ParameterizedTest
    @CsvSource({"limiter-pod-hour, 84.86", "token-pod-hour, 84.86"})
    void services_that_the_ingress_asks_run_in_pods_of_yours(String item, BigDecimal amount) {
        assertThat(item(cost("nlb-ambassador"), "ambassador", item)).isEqualByComparingTo(amount);
    }

    /** At the peak 600 × 7 + 20 × 4,002 + 10 × 22 + 60 × 320 = 103,660 KB/s are 373.18 GB an hour. */
    @Test
    void capacity_units_show_the_peak_beside_the_average() {
        assertThat(cost("apigateway-nlb").items())
                .filteredOn(line -> line.item().equals("private-capacity-unit-tls"))
                .extracting(LineItem::text)
                .singleElement()
                .asString()
                .startsWith("capacity units by bytes: 90.37 an hour, ")
                .contains("; at the peak 373.18 by bytes");
    }

    @Test
    void the_premium_says_which_direction_dominates() {
        assertThat(cost("accelerator-alb-nlb-ambassador").items())
                .filteredOn(line -> line.item().equals("premium"))
                .extracting(LineItem::text)
                .containsExactly("bytes of the dominant direction, which is in");
    }

    /** One zone 0.50 (the entries share it), aliases free, three addresses 3 × 730 × 0.005 = 10.95. */
    @ParameterizedTest
    @CsvSource({
        "hosted-zone, zone, 0.50",
        "hosted-zone, alias-query, 0.00",
        "application-load-balancer, public-address, 10.95"
    })
    void the_lines_of_design_4a(String hop, String item, BigDecimal amount) {
        assertThat(item(cost("route53-alb-nlb-ambassador"), hop, item)).isEqualByComparingTo(amount);
    }

    /**
     * Before pods, bytes between zones, and functions that check requests: 1 is 1,620.61 + 285.40 + 10.00 (a web ACL
     * and 5 rules) + 18.40 + 395.81 + 394.29 = 2,724.51.
     */
    @ParameterizedTest
    @CsvSource({
        "apigateway-nlb, 2690, 2760",
        "nlb-ambassador, 790, 850",
        "route53-alb-nlb-ambassador, 1600, 1700",
        "accelerator-alb-nlb-ambassador, 2480, 2640"
    })
    void before_pods_and_bytes_between_zones_the_designs_cost_as_expected(
            String design, BigDecimal low, BigDecimal high) {
        assertThat(cost(design).items().stream()
                        .filter(line -> !line.item().endsWith("cross-zone")
                                && !line.item().endsWith("pod-hour")
                                && !line.item().startsWith("authorizer-"))
                        .flatMap(line -> line.amount().stream())
                        .map(Money::amount)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isBetween(low, high);
    }

    /** eu-west-1 has no price for trust stores, so designs that need one have no total, and say what is missing. */
    @Test
    void one_unknown_price_makes_the_total_unknown() {
        Cost cost = cost("route53-alb-nlb-ambassador");

        assertThat(cost.perMonth()).isEmpty();
        assertThat(cost.unknown())
                .singleElement()
                .satisfies(line -> assertThat(line.missing())
                        .contains("a price of application-load-balancer.trust-store in eu-west-1"));
        assertThat(cost("nlb-ambassador").perMonth()).isPresent();
    }

    /** 100 GiB at 0.09 are 9.00. */
    @Test
    void the_free_data_out_is_an_option() {
        BigDecimal paid = cost("nlb-ambassador").known().amount();
        BigDecimal free = cost("nlb-ambassador", Specs.riskModels(), CostTerms.USUAL.withFreeDataOut())
                .known()
                .amount();

        assertThat(paid.subtract(free)).isEqualByComparingTo("9");
    }

    /** An NLB's hours in AWS's month: 720 × 0.0252 = 18.144. */
    @Test
    void the_hours_of_a_month_are_an_input() {
        assertThat(item(
                        cost("apigateway-nlb", Specs.riskModels(), CostTerms.USUAL.withHours(720)),
                        "network-load-balancer",
                        "private-hour"))
                .isEqualByComparingTo("18.14");
    }

    /**
     * 4 requests/s are 10.512 M a month. REST: 10.512 × 3.50 = 36.79. ALB: 18.396 + three addresses 10.95 + zone 0.50 +
     * LCU. At 6 KB in and 1 KB out an LCU's bytes are 4 × 7,000 × 3,600 = 0.1008 GB an hour: 0.59; together 30.43: ALB
     * and WAF are cheaper by 6.36. At 4 MB they are 57.6144 GB an hour: 336.47; together 366.31: dearer by 329.52.
     */
    @ParameterizedTest
    @CsvSource({"6, 6.36", "4000, -329.52"})
    void small_bodies_are_cheaper_behind_an_alb_and_large_ones_behind_a_rest_api(long kilobytes, BigDecimal saved) {
        PlatformSpec spec = platform(kilobytes);
        BigDecimal rest = total("apigateway-nlb-ambassador", spec);
        BigDecimal alb = total("route53-alb-nlb-ambassador", spec);

        assertThat(rest.subtract(alb).setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo(saved);
    }

    private static PlatformSpec platform(long kilobytes) {
        return PlatformSpec.named("worked")
                .region("eu-west-1")
                .entry(Entries.entry("public").host("models.example.com"))
                .model(Models.model("iris")
                        .service("iris.serving", 8080)
                        .path("/iris/")
                        .answers(Models.atMost(Duration.ofSeconds(2)))
                        .load(Models.load(
                                Models.perSecond(4),
                                Models.perSecond(8),
                                Models.kilobytes(kilobytes),
                                Models.kilobytes(1))))
                .require(Requirements.webFirewall())
                .build();
    }

    private static BigDecimal total(String design, PlatformSpec spec) {
        return cost(design, spec, CostTerms.USUAL).perMonth().orElseThrow().amount();
    }

    /** A body of 4 MB inspected up to 64 KiB takes 3 further steps: 10.512 M × 3 × 0.30 = 9.46; by default none. */
    @Test
    void inspecting_more_of_a_body_costs_by_the_step() {
        PlatformSpec spec = platform(4000);
        CostTerms deep = CostTerms.USUAL.withInspectedBody(DataSize.ofKibibytes(64));

        assertThat(item(cost("apigateway-nlb", spec, deep), "web-acl", "extra-body"))
                .isEqualByComparingTo("9.46");
        assertThat(item(cost("apigateway-nlb", spec, CostTerms.USUAL), "web-acl", "extra-body"))
                .isEqualByComparingTo("0");
        assertThat(item(cost("route53-alb-nlb-ambassador", spec, deep), "web-acl", "extra-body"))
                .isEqualByComparingTo("0");
    }

    /** Groups of 1,400 + 200 units are 100 beyond the 1,500 included: one started step, 10.512 M × 0.20 = 2.10. */
    @Test
    void rich_rules_cost_by_the_started_step() {
        String own = """
                kind: web-acl
                notes:
                  - { id: common-rule-set-wcu, text: A richer group takes 1 400 units, value: 1400,
                      reason: a group of our own, source: { assumed: made up for this test } }
                """;
        Facts facts = FACTS.with(SheetReader.read("own.yaml", own.getBytes(StandardCharsets.UTF_8), FACTS.kinds())
                .sheets());
        Topology topology =
                Designs.of("route53-alb-nlb-ambassador").orElseThrow().realize(platform(6), facts);

        assertThat(item(Cost.of(topology), "web-acl", "extra-capacity")).isEqualByComparingTo("2.10");
        assertThat(item(cost("route53-alb-nlb-ambassador", platform(6), CostTerms.USUAL), "web-acl", "extra-capacity"))
                .isEqualByComparingTo("0");
    }

    /** Fewest pods: 3 zones × 1; with 1,000 requests/s a pod a peak of 690/s needs no more. Own facts change both. */
    @Test
    void pods_of_the_ingress_are_an_assumption_that_can_be_overridden() {
        String own = """
                kind: ambassador
                notes:
                  - { id: requests-per-pod, text: A pod of ours takes 100 requests a second, value: 100/s,
                      reason: our own load test, source: { measured: run-7 } }
                """;
        Facts facts = FACTS.with(SheetReader.read("own.yaml", own.getBytes(StandardCharsets.UTF_8), FACTS.kinds())
                .sheets());
        Cost cost = Cost.of(Designs.of("nlb-ambassador").orElseThrow().realize(Specs.riskModels(), facts));

        assertThat(item(cost, "ambassador", "pod-hour")).isEqualByComparingTo("198.01");
    }

    /** Uploads of 4 MB, 4/s of the 181/s, are due to one model: its bytes rule every unit that bytes are counted in. */
    @Test
    void a_model_answers_for_what_it_adds() {
        Map<String, Money> models = cost("nlb-ambassador").perModel();

        assertThat(models.get("damage-image")).isNotNull();
        assertThat(models.values().stream().max(Money::compareTo)).contains(models.get("damage-image"));
    }

    /**
     * 10.512 M lines of 500 B are 4.895 GiB: taken in by a log group × 0.57 = 2.79 and kept × 0.03 = 0.15; kept in a
     * bucket × 0.023 = 0.11. The firewall's lines are three times as long: 14.685 GiB, 8.37 and 0.44.
     */
    @ParameterizedTest
    @CsvSource({
        "apigateway-nlb, rest-api, access-log, 2.79",
        "apigateway-nlb, rest-api, access-log-kept, 0.15",
        "apigateway-nlb, web-acl, access-log, 8.37",
        "apigateway-nlb, web-acl, access-log-kept, 0.44",
        "route53-alb-nlb-ambassador, application-load-balancer, access-log-kept, 0.11"
    })
    void access_logs_cost_what_is_logged(String design, String hop, String item, BigDecimal amount) {
        String own = """
                kind: logs
                notes:
                  - { id: share, text: Every request is logged, value: 100 %,
                      reason: audit, source: { granted: AUDIT-3 } }
                """;
        Topology logged = Designs.of(design).orElseThrow().realize(platform(6), with(own));
        assertThat(item(Cost.of(logged), hop, item)).isEqualByComparingTo(amount);
        assertThat(cost(design, platform(6), CostTerms.USUAL).items())
                .noneMatch(line -> line.item().startsWith("access-log"));
    }

    /** A created network has no way out: 3 × 730 × 0.048 = 105.12 where the ingress needs public keys; else nothing. */
    @ParameterizedTest
    @CsvSource({"created, public, 105.12", "created, vpc, 0", "given, public, 0"})
    void public_keys_need_a_nat_gateway_per_zone_in_a_created_network(String network, String reach, BigDecimal amount) {
        String yaml =
                """
                schema: gatehouse/platform/1
                name: worked
                region: eu-west-1
                %s
                entries:
                  public: { host: models.example.com }
                models:
                  iris: { service: iris.serving:8080, path: /iris/ }
                require:
                  jwt: { issuer: "https://idp.example.com", audience: [models], jwks: "https://idp.example.com/jwks",
                         jwks-reach: %s }
                keepers: { jwt: ambassador }
                """.formatted(network.equals("created") ? "network: { create: { range: 10.20.0.0/16 } }" : "", reach);
        PlatformSpec spec = SpecReader.read("worked.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .spec()
                .orElseThrow();
        assertThat(item(cost("nlb-ambassador", spec, CostTerms.USUAL), "ambassador", "nat-hour"))
                .isEqualByComparingTo(amount);
        assertThat(item(cost("nlb-ambassador", spec, CostTerms.USUAL), "ambassador", "token-pod-hour"))
                .isEqualByComparingTo("84.86");
    }

    /** 720 × 0.0252 = 18.144. */
    @Test
    void facts_say_how_long_a_month_is() {
        String own = """
                kind: traffic
                notes:
                  - { id: hours-per-month, text: A month has 720 hours, value: 720,
                      reason: as AWS reckons, source: { assumed: "the examples on the price pages" } }
                """;
        Topology topology = Designs.of("apigateway-nlb").orElseThrow().realize(Specs.riskModels(), with(own));
        assertThat(item(Cost.of(topology), "network-load-balancer", "private-hour"))
                .isEqualByComparingTo("18.14");
        assertThat(CostTerms.of(topology.known()).hours()).isEqualByComparingTo("720");
        assertThat(CostTerms.of(new Known(Specs.riskModels(), FACTS)).hours())
                .isEqualByComparingTo(CostTerms.USUAL.hours());
    }

    private static Facts with(String sheet) {
        return FACTS.with(SheetReader.read("own.yaml", sheet.getBytes(StandardCharsets.UTF_8), FACTS.kinds())
                .sheets());
    }
}

package dev.gatehouse.model.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.SheetReader;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.Entries;
import dev.gatehouse.model.spec.Models;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Known;
import dev.gatehouse.model.unit.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Single charges: AWS's own worked examples, and others by hand. */
final class WorkedPricesTest {
    private static final Facts FACTS = Facts.bundled();
    private static final HopKind HTTP_API = new HopKind("http-api");
    private static final HopKind NETWORK = new HopKind("network");
    private static final HopKind COMPUTE = new HopKind("compute");
    private static final long MILLION = 1_000_000;

    private static Known in(String region) {
        return in(region, FACTS);
    }

    private static Known in(String region, Facts facts) {
        return new Known(
                PlatformSpec.named("worked")
                        .region(region)
                        .zones(2)
                        .entry(Entries.entry("public").host("models.example.com"))
                        .model(Models.model("iris")
                                .service("iris.serving", 8080)
                                .path("/iris/"))
                        .build(),
                facts);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static List<LineItem> lines(Known known, HopKind hop, String price, BigDecimal quantity) {
        return new PriceList(known).lines(Charge.of(hop, price, price, quantity));
    }

    private static BigDecimal cost(Known known, HopKind hop, String price, BigDecimal quantity) {
        return sum(lines(known, hop, price, quantity));
    }

    private static BigDecimal dataOut(Known known, BigDecimal bytes) {
        return sum(new PriceList(known).lines(Charge.ofNetwork(HopKind.REST_API, "data-out", "out", bytes)));
    }

    private static BigDecimal sum(List<LineItem> lines) {
        return lines.stream()
                .map(line -> line.amount().map(Money::amount).orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** AWS, ex-apigw-rest-1: 5 M calls at 3.50 = 17.50; 3 KB × 5 M = 14.3 GB (binary) at 0.09 = 1.29; 18.79. */
    @Test
    void five_million_calls_of_3_kb_cost_18_79() {
        Known known = in("us-east-1");
        BigDecimal calls = cost(known, HopKind.REST_API, "request", BigDecimal.valueOf(5 * MILLION));
        BigDecimal out = dataOut(known, BigDecimal.valueOf(3 * 1024 * 5 * MILLION));

        assertThat(calls).isEqualByComparingTo("17.50");
        assertThat(cents(out)).isEqualByComparingTo("1.29");
        assertThat(cents(calls.add(out))).isEqualByComparingTo("18.79");
    }

    /**
     * AWS, ex-apigw-private: 5 M calls 17.50; one interface endpoint in one zone 720 × 0.01 = 7.20; (3 + 0.3) KB × 5 M
     * = 15.7 GB (binary) × 0.01 = 0.16; nothing leaves for the internet; 24.86.
     */
    @Test
    void a_private_api_behind_an_interface_endpoint_costs_24_86() {
        Known known = in("us-east-1");
        BigDecimal calls = cost(known, HopKind.REST_API, "request", BigDecimal.valueOf(5 * MILLION));
        BigDecimal hours = cost(known, NETWORK, "endpoint-hour", number("720"));
        BigDecimal bytes =
                cost(known, NETWORK, "endpoint-bytes", number("3379.2").multiply(number("5000000")));
        assertThat(cents(bytes)).isEqualByComparingTo("0.16");
        assertThat(cents(calls.add(hours).add(bytes))).isEqualByComparingTo("24.86");
    }

    /** AWS's Lambda example 1, without the free part: 3 M × 0.20 = 0.60; 3 M × 1 s × 0.5 GB × 0.0000166667 = 25.00. */
    @Test
    void a_function_of_512_mb_that_runs_for_a_second_3_million_times_costs_25_60() {
        Known known = in("us-east-1");
        BigDecimal calls = cost(known, COMPUTE, "function-request", BigDecimal.valueOf(3 * MILLION));
        BigDecimal duration = cost(known, COMPUTE, "function-duration", BigDecimal.valueOf((3 * MILLION) << 29));
        assertThat(calls).isEqualByComparingTo("0.60");
        assertThat(cents(duration)).isEqualByComparingTo("25.00");
    }

    /** AWS, ex-apigw-http-1: 432 M calls: 300 M × 1.00 + 132 M × 0.90 = 418.80: a tier ends within the month. */
    @Test
    void an_http_api_crosses_its_first_tier_within_a_month() {
        List<LineItem> lines = lines(in("us-east-1"), HTTP_API, "request", BigDecimal.valueOf(432 * MILLION));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).quantity()).isEqualByComparingTo("132");
        assertThat(sum(lines)).isEqualByComparingTo("418.80");
    }

    /** AWS, ex-alb-1: max(0.04, 0.04, 1.08, (60 − 10) × 5 / 1,000 = 0.25) × 0.008 × 720 + 0.0225 × 720 = 22.42. */
    @Test
    void a_balancer_ruled_by_its_bytes_costs_22_42_in_720_hours() {
        Known known = in("us-east-1");
        CapacityUnits units = ApplicationBalancerCost.units(
                known, BigDecimal.ONE, number("120"), number("1080000000"), number("5"), 60, false);

        assertThat(units.dimensions())
                .extracting(dim ->
                        dim.name() + " " + dim.units().stripTrailingZeros().toPlainString())
                .containsExactly(
                        "bytes 1.08", "new connections 0.04", "open connections 0.04", "rule evaluations 0.25");
        assertThat(units.ruling().orElseThrow().name()).isEqualTo("bytes");
        assertThat(cents(balancer(known, units, "0"))).isEqualByComparingTo("22.42");
    }

    /** AWS, ex-alb-mtls: one rule and one trust store at 0.0056: 0.0225 + 0.0056 + 0.00864 = 0.03674; × 720 = 26.45. */
    @Test
    void a_balancer_with_a_trust_store_costs_26_45_in_720_hours() {
        Known known = in("us-east-1");
        CapacityUnits units = ApplicationBalancerCost.units(
                known, BigDecimal.ONE, number("120"), number("1080000000"), number("5"), 1, true);

        assertThat(cents(balancer(known, units, "720"))).isEqualByComparingTo("26.45");
    }

    private static BigDecimal balancer(Known known, CapacityUnits units, String trustStoreHours) {
        BigDecimal hours = number("720");
        return cost(known, HopKind.APPLICATION_LOAD_BALANCER, "hour", hours)
                .add(cost(
                        known,
                        HopKind.APPLICATION_LOAD_BALANCER,
                        "capacity-unit",
                        units.perHour().multiply(hours)))
                .add(cost(known, HopKind.APPLICATION_LOAD_BALANCER, "trust-store", number(trustStoreHours)));
    }

    /** AWS, ex-waf-1: one web ACL 5.00; 10 M requests × 0.60 = 6.00; and 1.00 for each rule. */
    @Test
    void ten_million_requests_under_a_web_acl_with_3_rules_cost_14() {
        Known known = in("eu-west-3");

        assertThat(cost(known, HopKind.WEB_ACL, "web-acl", BigDecimal.ONE)).isEqualByComparingTo("5");
        assertThat(cost(known, HopKind.WEB_ACL, "request", BigDecimal.valueOf(10 * MILLION)))
                .isEqualByComparingTo("6");
        assertThat(cost(known, HopKind.WEB_ACL, "rule", number("3"))).isEqualByComparingTo("3");
    }

    /** By hand: 60 rules at 30 requests/s: (60 − 10) × 30 / 1,000 = 1.5 units; 0.3 GB an hour are only 0.3. */
    @Test
    void rule_evaluations_can_rule_a_balancer() {
        CapacityUnits units = ApplicationBalancerCost.units(
                in("eu-west-1"), number("3"), number("180"), number("300000000"), number("30"), 60, false);

        assertThat(units.ruling().orElseThrow().name()).isEqualTo("rule evaluations");
        assertThat(units.perHour()).isEqualByComparingTo("1.5");
    }

    /** By hand: 100 new connections/s / 25 = 4 units; 2 KB × 100/s × 3,600 = 0.72 GB an hour are only 0.72. */
    @Test
    void new_connections_can_rule_a_balancer() {
        CapacityUnits units = ApplicationBalancerCost.units(
                in("eu-west-1"), number("100"), number("6000"), number("720000000"), number("100"), 2, false);

        assertThat(units.ruling().orElseThrow().name()).isEqualTo("new connections");
        assertThat(units.perHour()).isEqualByComparingTo("4");
    }

    /** By hand: 6,000 open connections are 2 units, and 4 where their certificates are verified. */
    @Test
    void open_connections_count_double_with_mutual_tls() {
        Known known = in("eu-west-1");

        assertThat(ApplicationBalancerCost.units(known, number("1"), number("6000"), number("0"), number("1"), 1, false)
                        .perHour())
                .isEqualByComparingTo("2");
        assertThat(ApplicationBalancerCost.units(known, number("1"), number("6000"), number("0"), number("1"), 1, true)
                        .perHour())
                .isEqualByComparingTo("4");
    }

    /** By hand: 200 new connections/s are 200 / 50 = 4 units of TLS, and 200 / 800 = 0.25 of TCP, where bytes rule. */
    @Test
    void an_nlb_that_ends_tls_is_ruled_by_its_new_connections() {
        Known known = in("eu-west-1");
        CapacityUnits tls = NetworkBalancerCost.units(known, number("200"), number("2000"), number("720000000"), true);
        CapacityUnits tcp = NetworkBalancerCost.units(known, number("200"), number("2000"), number("720000000"), false);

        assertThat(tls.ruling().orElseThrow().name()).isEqualTo("new connections");
        assertThat(tls.perHour()).isEqualByComparingTo("4");
        assertThat(tcp.ruling().orElseThrow().name()).isEqualTo("bytes");
        assertThat(tcp.perHour()).isEqualByComparingTo("0.72");
    }

    /** By hand, eu-west-1: 1,200 M calls: 333 × 3.50 + 667 × 3.19 + 200 × 2.71 = 1,165.50 + 2,127.73 + 542.00. */
    @Test
    void a_rest_api_crosses_two_tiers_of_its_own_region() {
        List<LineItem> lines = lines(in("eu-west-1"), HopKind.REST_API, "request", BigDecimal.valueOf(1200 * MILLION));

        assertThat(lines)
                .extracting(line -> line.tier().orElseThrow())
                .containsExactly("0 to 333000000", "333000000 to 1000000000", "1000000000 to 20000000000");
        assertThat(sum(lines)).isEqualByComparingTo("3835.23");
    }

    /** By hand: 12,000 GiB out: 10,240 × 0.09 + 1,760 × 0.085 = 921.60 + 149.60 = 1,071.20. */
    @Test
    void data_out_crosses_its_first_tier_at_10_240_binary_gb() {
        assertThat(dataOut(in("eu-west-1"), BigDecimal.valueOf(12_000L << 30))).isEqualByComparingTo("1071.20");
    }

    /** At the edge of a tier the last byte below it costs the old rate, and the first beyond it the new one. */
    @Test
    void a_tier_ends_with_its_last_request() {
        Known known = in("eu-west-1");

        assertThat(lines(known, HopKind.REST_API, "request", number("333000000")))
                .hasSize(1);
        assertThat(lines(known, HopKind.REST_API, "request", number("333000001")))
                .extracting(line -> line.amount().orElseThrow().amount().toPlainString())
                .containsExactly("1165.5", "0.00000319");
    }

    @Test
    void a_region_without_a_price_has_an_unknown_line_and_no_neighbours_price() {
        assertThat(lines(in("eu-west-3"), HopKind.REST_API, "request", number("1000")))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.amount()).isEmpty();
                    assertThat(line.evidence()).isEmpty();
                    assertThat(line.missing()).contains("a price of rest-api.request in eu-west-3");
                });
    }

    /** eu-west-3 has the first tier of HTTP APIs only: what goes beyond it is unknown. */
    @Test
    void usage_beyond_the_known_tiers_is_unknown() {
        List<LineItem> lines = lines(in("eu-west-3"), HTTP_API, "request", BigDecimal.valueOf(301 * MILLION));

        assertThat(lines.get(0).amount()).contains(Money.parse("351 USD"));
        assertThat(lines.get(1).amount()).isEmpty();
        assertThat(lines.get(1).quantity()).isEqualByComparingTo("1");
    }

    @Test
    void prices_have_no_history() {
        Known then = in("eu-west-1", FACTS.asOf(LocalDate.of(2020, 11, 19)));

        assertThat(lines(then, HopKind.NETWORK_LOAD_BALANCER, "hour", number("730")))
                .singleElement()
                .satisfies(line -> assertThat(line.missing().orElseThrow()).contains("prices have no history"));
    }

    @Test
    void an_own_price_goes_before_ours_and_is_granted() {
        String own = """
                kind: network-load-balancer
                prices:
                  - { id: capacity-unit, region: eu-west-1, value: 0.005 USD, per: hour,
                      reason: private pricing, source: { granted: EDP-12 } }
                """;
        Facts facts = FACTS.with(SheetReader.read("own.yaml", own.getBytes(StandardCharsets.UTF_8), FACTS.kinds())
                .sheets());

        assertThat(lines(in("eu-west-1", facts), HopKind.NETWORK_LOAD_BALANCER, "capacity-unit", number("1000")))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.amount()).contains(Money.parse("5 USD"));
                    assertThat(line.facts())
                            .extracting(Fact::toString)
                            .singleElement()
                            .asString()
                            .contains("EDP-12");
                });
    }

    @Test
    void what_is_not_used_has_no_line() {
        assertThat(lines(in("eu-west-1"), HopKind.REST_API, "request", BigDecimal.ZERO))
                .isEmpty();
    }
}

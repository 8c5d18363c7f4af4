package dev.gatehouse.model.compare;

import static dev.gatehouse.model.spec.Entries.entry;
import static dev.gatehouse.model.spec.Models.atMost;
import static dev.gatehouse.model.spec.Models.kilobytes;
import static dev.gatehouse.model.spec.Models.load;
import static dev.gatehouse.model.spec.Models.model;
import static dev.gatehouse.model.spec.Models.perSecond;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.cost.LineItem;
import dev.gatehouse.model.fact.Assumed;
import dev.gatehouse.model.fact.Evidence;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.Granted;
import dev.gatehouse.model.fact.Measured;
import dev.gatehouse.model.fact.SheetReader;
import dev.gatehouse.model.fact.Sheets;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.latency.Latency;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Designs;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Facts of one's own, read from a file, change the answer that rests on them, and the answer names them. */
final class OwnFactsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Facts OURS = Facts.bundled().asOf(TODAY);

    /** One model that answers within 45 s, 10 times a second. */
    private static final PlatformSpec SLOW = PlatformSpec.named("own")
            .region("eu-west-1")
            .entry(entry("it").host("models.example.com"))
            .model(model("iris")
                    .service("iris.serving", 8080)
                    .path("/v2/models/iris/")
                    .entries("it")
                    .answers(atMost(ofSeconds(45)))
                    .load(load(perSecond(10), perSecond(10), kilobytes(1), kilobytes(1))))
            .build();

    /** 45 s are more than the published 29 s, which AWS raises on request, and less than 60 s that were granted. */
    @Test
    void a_granted_quota_keeps_what_the_published_one_leaves_to_a_request() {
        Facts own = with("""
                kind: rest-api
                limits:
                  - { id: request-timeout, text: Our APIs may wait 60 s, value: 60 s, reason: raised for one model,
                      source: { granted: quota request 71 } }
                """);

        Cell before = answers(OURS);
        Cell after = answers(own);

        assertThat(before.state()).isEqualTo(State.CONDITIONAL);
        assertThat(after.state()).isEqualTo(State.KEPT);
        assertThat(after.facts()).extracting(Fact::evidence).contains(new Granted("quota request 71"));
        assertThat(before.facts()).extracting(Fact::evidence).doesNotContain(new Granted("quota request 71"));
        assertThat(design("apigateway-nlb-ambassador", own).limits())
                .filteredOn(limit -> limit.setBy().equals(HopKind.REST_API)
                        && limit.fact().id().id().equals("request-timeout"))
                .isNotEmpty()
                .allSatisfy(limit -> {
                    assertThat(limit.value()).hasToString("60 s");
                    assertThat(limit.fact().evidence()).isEqualTo(new Granted("quota request 71"));
                });
    }

    /** By hand: 730 h at 0.0252 USD are 18.396 USD a month, at a private 0.02 USD 14.60. */
    @Test
    void a_private_price_is_what_the_bill_counts_by() {
        Facts own = with("""
                kind: network-load-balancer
                prices:
                  - { id: hour, text: Our own price, region: eu-west-1, value: 0.02 USD, per: hour, reason: our contract,
                      source: { granted: contract 2026-7 } }
                """);

        LineItem before = hour(OURS);
        LineItem after = hour(own);

        assertThat(before.amount().orElseThrow().amount()).isEqualByComparingTo("18.396");
        assertThat(after.amount().orElseThrow().amount()).isEqualByComparingTo("14.6");
        assertThat(after.facts().get(0).evidence()).isEqualTo(new Granted("contract 2026-7"));
        assertThat(cost(own)).isEqualByComparingTo(cost(OURS).subtract(new BigDecimal("3.796")));
    }

    /**
     * By hand: a REST API at 5 ms to 20 ms in a path of 7.1 to 32.5 ms; measured at 4 ms the path is at 6.1 to 16.5.
     */
    @Test
    void an_own_measurement_narrows_the_interval_of_the_path() {
        Facts own = with("""
                kind: rest-api
                latency:
                  - { id: added, text: Measured by us, value: 4 ms, reason: our run, source: { measured: run-7 } }
                """);

        Latency before = design("apigateway-nlb-ambassador", OURS).mainLatency();
        Latency after = design("apigateway-nlb-ambassador", own).mainLatency();

        assertThat(after.interval()).isNotEqualTo(before.interval());
        assertThat(after.before()).isEqualTo(before.interval());
        assertThat(after.facts()).extracting(Fact::evidence).contains(new Measured("run-7"));
        assertThat(before.facts()).extracting(Fact::evidence).doesNotContain(new Measured("run-7"));
    }

    /** 3 pods in each of the zones where 1 is assumed: three times as many hours of pods, and their cost. */
    @Test
    void an_own_assumption_stands_over_ours() {
        Facts own = with("""
                kind: ambassador
                notes:
                  - { id: pods-per-zone, text: Each zone has 3 pods of the ingress, value: 3, reason: our sizing,
                      source: { assumed: sized for a roll-out at peak } }
                """);
        Evidence ours = new Assumed("sized for a roll-out at peak");

        List<LineItem> before = pods(OURS);
        List<LineItem> after = pods(own);

        assertThat(after).hasSameSizeAs(before).isNotEmpty();
        for (int at = 0; at < before.size(); at++) {
            assertThat(after.get(at).quantity())
                    .isEqualByComparingTo(before.get(at).quantity().multiply(BigDecimal.valueOf(3)));
            assertThat(after.get(at).facts()).extracting(Fact::evidence).contains(ours);
            assertThat(before.get(at).facts()).extracting(Fact::evidence).doesNotContain(ours);
        }
        assertThat(cost(own)).isGreaterThan(cost(OURS));
    }

    private static Facts with(String yaml) {
        Sheets own = SheetReader.read("own-facts.yaml", yaml.getBytes(UTF_8), OURS.kinds());
        assertThat(own.findings()).isEmpty();
        return OURS.with(own.sheets());
    }

    private static DesignAnswer design(String id, Facts facts) {
        return Comparison.of(SLOW, facts, Designs.all(), TODAY, TODAY)
                .design(id)
                .orElseThrow();
    }

    private static Cell answers(Facts facts) {
        return design("apigateway-nlb-ambassador", facts).row("answers").get(0);
    }

    private static LineItem hour(Facts facts) {
        return design("nlb-ambassador", facts).cost().items().stream()
                .filter(item -> item.hop().equals(HopKind.NETWORK_LOAD_BALANCER)
                        && item.facts().get(0).id().id().equals("hour"))
                .findFirst()
                .orElseThrow();
    }

    private static List<LineItem> pods(Facts facts) {
        return design("nlb-ambassador", facts).cost().items().stream()
                .filter(item ->
                        item.facts().stream().anyMatch(fact -> fact.id().id().equals("pods-per-zone")))
                .toList();
    }

    private static BigDecimal cost(Facts facts) {
        return design("nlb-ambassador", facts).cost().known().amount();
    }
}

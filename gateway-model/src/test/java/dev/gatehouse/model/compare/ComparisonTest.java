package dev.gatehouse.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.hop.HopKind;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.topology.Designs;
import dev.gatehouse.testing.Specs;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComparisonTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Facts FACTS = Facts.bundled();
    private static final Comparison NOW = compare(Specs.riskModels(), TODAY);
    private static final Comparison THEN = compare(Specs.riskModels(), Study.DAY);

    private static Comparison compare(PlatformSpec spec, LocalDate day) {
        return Comparison.of(spec, FACTS, Designs.all(), day, TODAY);
    }

    private static PlatformSpec variant(String feature) {
        return Objects.requireNonNull(Specs.byName().get(feature));
    }

    private static List<State> states(Comparison comparison, String design, String row, String entry) {
        return cells(comparison, design, row, entry).stream()
                .map(Cell::state)
                .distinct()
                .toList();
    }

    private static List<Cell> cells(Comparison comparison, String design, String row, String entry) {
        return comparison.design(design).orElseThrow().row(row).stream()
                .filter(cell -> cell.entry().orElse("").equals(entry))
                .toList();
    }

    @Test
    void no_firewall_attaches_to_the_balancer_of_design_3() {
        Cell cell = cells(NOW, "nlb-ambassador", "web-firewall", "public").get(0);

        assertThat(cell.outcome()).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.dueTo()).isEqualTo(HopKind.NETWORK_LOAD_BALANCER);
            assertThat(broken.why()).contains("no web ACL can be attached");
            assertThat(broken.cures().stream().flatMap(cure -> cure.design().stream()))
                    .containsExactly("nlb-alb-ambassador");
        });
        assertThat(cell.facts().get(0).id().toString()).isEqualTo("web-acl.no-attachment-to-network-load-balancer");
        assertThat(NOW.design("nlb-ambassador").orElseThrow().findings())
                .anyMatch(finding -> finding.rule().text().equals("GH-310"));
    }

    @ParameterizedTest
    @CsvSource({
        "apigateway-nlb, BROKEN",
        "apigateway-nlb-ambassador, BROKEN",
        "nlb-ambassador, KEPT",
        "route53-alb-nlb-ambassador, BROKEN",
        "accelerator-alb-nlb-ambassador, KEPT"
    })
    void fixed_addresses_are_kept_in_3_and_4b_only(String design, State state) {
        assertThat(states(NOW, design, "fixed-address", "public")).containsExactly(state);
        assertThat(states(NOW, design, "fixed-address", "partner")).containsExactly(state);
    }

    @Test
    void fixed_addresses_are_one_per_zone_in_3_and_two_in_4b() {
        assertThat(why(NOW, "nlb-ambassador", "fixed-address")).contains("each of 3 zones");
        assertThat(why(NOW, "accelerator-alb-nlb-ambassador", "fixed-address")).contains("two anycast addresses");
    }

    private static String why(Comparison comparison, String design, String row) {
        return ((Kept) cells(comparison, design, row, "public").get(0).outcome()).why();
    }

    @ParameterizedTest
    @CsvSource({
        "apigateway-nlb, BROKEN",
        "apigateway-nlb-ambassador, BROKEN",
        "nlb-ambassador, KEPT",
        "route53-alb-nlb-ambassador, CONDITIONAL",
        "accelerator-alb-nlb-ambassador, KEPT"
    })
    void three_nines_are_more_than_a_rest_api_and_its_firewall_promise(String design, State state) {
        assertThat(states(NOW, design, "availability", "public")).containsExactly(state);
        assertThat(states(NOW, design, "availability", "admin")).containsExactly(State.NOT_ASKED);
    }

    @ParameterizedTest
    @CsvSource({
        "apigateway-nlb, BROKEN",
        "apigateway-nlb-ambassador, BROKEN",
        "nlb-ambassador, KEPT",
        "route53-alb-nlb-ambassador, BROKEN",
        "accelerator-alb-nlb-ambassador, BROKEN"
    })
    void with_bytes_between_zones_only_design_3_stays_within_3000_dollars(String design, State state) {
        assertThat(NOW.design(design).orElseThrow().row("monthly-cost"))
                .extracting(Cell::state)
                .containsExactly(state);
    }

    @Test
    void a_cost_in_2020_is_unknown_and_says_what_made_it_known() {
        Cell cell =
                THEN.design("nlb-ambassador").orElseThrow().row("monthly-cost").get(0);

        assertThat(((Unknown) cell.outcome()).missing())
                .startsWith("at least 0.00 USD a month; not known: a price of network-load-balancer.hour on 2020-11-19:"
                        + " prices have no history, and ");
        assertThat(cell.change().orElseThrow().by())
                .anyMatch(fact -> fact.id().toString().equals("traffic.prices-read"));
    }

    @Test
    void a_price_that_is_not_known_leaves_the_cost_open_where_the_rest_is_within_what_is_asked() {
        PlatformSpec spec = variant("monthly-cost");
        PlatformSpec paris = new PlatformSpec(
                spec.name(),
                "eu-west-3",
                spec.zones(),
                spec.network(),
                spec.cluster(),
                spec.tags(),
                spec.facts(),
                spec.entries(),
                spec.consumers(),
                spec.models(),
                spec.requirements(),
                spec.keepers(),
                spec.waivers(),
                spec.patches());

        assertThat(((Unknown) compare(paris, TODAY)
                                .design("apigateway-nlb")
                                .orElseThrow()
                                .row("monthly-cost")
                                .get(0)
                                .outcome())
                        .missing())
                .contains("a price of rest-api.request in eu-west-3");
    }

    @Test
    void another_design_as_a_cure_says_what_it_costs_more_or_less() {
        Comparison small = compare(variant("fixed-address"), TODAY);
        Broken broken = (Broken) small.design("apigateway-nlb")
                .orElseThrow()
                .row("fixed-address")
                .get(0)
                .outcome();

        assertThat(broken.cures().stream().filter(cure -> cure.design().isPresent()))
                .isNotEmpty()
                .allSatisfy(cure -> assertThat(cure.perMonth()).isPresent());
    }

    @Test
    void each_pair_of_designs_is_faster_slower_or_undecided() {
        assertThat(NOW.races()).hasSize(10);
        assertThat(NOW.races().stream()
                        .map(race -> race.one() + " against " + race.other() + ": "
                                + race.race().words()))
                .contains(
                        "apigateway-nlb against apigateway-nlb-ambassador: faster in the whole range",
                        "apigateway-nlb-ambassador against nlb-ambassador: slower in the whole range",
                        "route53-alb-nlb-ambassador against accelerator-alb-nlb-ambassador: undecided: measure it");
    }

    @Test
    void an_availability_names_its_factors_and_who_promises_nothing() {
        Cell cell = cells(NOW, "apigateway-nlb", "availability", "public").get(0);

        assertThat(((Broken) cell.outcome()).why())
                .isEqualTo("99.89 % of 99.9 % asked, by service levels: web-acl 99.95 % × rest-api 99.95 % ×"
                        + " network-load-balancer 99.99 %; nobody publishes one for vpc-link, model-service");
        assertThat(yours("route53-alb-nlb-ambassador", "availability"))
                .singleElement()
                .asString()
                .startsWith("read the service level of hosted-zone, which is assumed: articles of 2011");
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.model.topology.Designs#ids")
    void shadow_and_pinned_canary_are_broken_in_1_and_kept_in_the_others(String design) {
        State expected = design.equals("apigateway-nlb") ? State.BROKEN : State.KEPT;

        assertThat(states(NOW, design, "shadow", "partner")).containsExactly(expected);
        assertThat(states(NOW, design, "canary-pin", "public")).containsExactly(expected);
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.model.topology.Designs#ids")
    void a_stream_of_120_s_is_broken_behind_a_rest_api_in_2020_and_kept_today(String design) {
        boolean behindRestApi = Designs.of(design).orElseThrow().has(HopKind.REST_API);

        assertThat(states(THEN, design, "stream", "public")).containsExactly(behindRestApi ? State.BROKEN : State.KEPT);
        assertThat(states(NOW, design, "stream", "public")).containsExactly(State.KEPT);
        if (behindRestApi) {
            assertThat(cells(THEN, design, "stream", "public")
                            .get(0)
                            .change()
                            .orElseThrow()
                            .by())
                    .anyMatch(fact -> fact.since().orElseThrow().equals(LocalDate.of(2025, 11, 19)));
        }
    }

    @Test
    void a_firewall_on_an_alb_sees_8_kib_of_a_4_mb_body() {
        assertThat(cells(NOW, "route53-alb-nlb-ambassador", "web-firewall", "public").stream()
                        .filter(cell -> cell.model().orElse("").equals("damage-image"))
                        .map(cell -> ((Kept) cell.outcome()).why()))
                .singleElement()
                .asString()
                .contains("8 KiB of a 4 MB body");
    }

    @Test
    void services_that_the_platform_team_runs_are_conditions_of_yours() {
        for (String design :
                List.of("nlb-ambassador", "route53-alb-nlb-ambassador", "accelerator-alb-nlb-ambassador")) {
            assertThat(yours(design, "jwt")).anyMatch(text -> text.contains("token service"));
            assertThat(yours(design, "rate-limit")).anyMatch(text -> text.contains("rate limit service"));
        }
        assertThat(yours("apigateway-nlb", "jwt")).anyMatch(text -> text.contains("Lambda authorizer"));
    }

    private static List<String> yours(String design, String row) {
        return cells(NOW, design, row, "public").stream()
                .flatMap(cell -> ((Kept) cell.outcome()).conditions().stream())
                .filter(condition -> condition.isYours())
                .map(condition -> condition.text())
                .toList();
    }

    @Test
    void a_partners_mutual_tls_gets_a_port_of_its_own_behind_an_alb() {
        Kept kept = (Kept) cells(NOW, "route53-alb-nlb-ambassador", "mutual-tls", "partner")
                .get(0)
                .outcome();

        assertThat(kept.keeper()).contains(HopKind.APPLICATION_LOAD_BALANCER);
        assertThat(kept.why()).contains("listener of its own, port 8443");
    }

    @Test
    void the_verdict_cures_the_nearest_miss_where_nobody_keeps_everything() {
        assertThat(NOW.verdict())
                .startsWith("no design keeps every promise; nearest miss: accelerator-alb-nlb-ambassador breaks"
                        + " monthly-cost (cure: allow 4530 USD or more a month; not known: a price of"
                        + " application-load-balancer.trust-store in eu-west-1)");
        assertThat(NOW.chosen().design().id()).isEqualTo("accelerator-alb-nlb-ambassador");
    }

    @Test
    void the_studys_claims_come_out_as_the_record_says() {
        Map<String, String> verdicts = NOW.study().stream()
                .collect(Collectors.toMap(StudyAnswer::claim, answer -> answer.then() + " " + answer.now()));

        assertThat(verdicts)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("private-integration", "holds changed"),
                        Map.entry("nlb-from-service", "holds changed"),
                        Map.entry("waf-on-api-gateway", "holds holds"),
                        Map.entry("strategy-far-from-service", "holds holds"),
                        Map.entry("strategy-beside-service", "holds holds"),
                        Map.entry("api-gateway-only-for-waf", "holds holds"),
                        Map.entry("no-waf-on-nlb", "holds holds"),
                        Map.entry("nlb-tcp-only", "wrong-then changed"),
                        Map.entry("nlb-no-https-offloading", "wrong-then wrong"),
                        Map.entry("nlb-no-layer-7", "holds holds"),
                        Map.entry("waf-on-alb", "holds holds"),
                        Map.entry("alb-before-nlb", "overstated overstated"),
                        Map.entry("alb-no-fixed-address", "holds holds"),
                        Map.entry("route53-nameservers", "overstated overstated"),
                        Map.entry("route53-no-mail", "holds holds"),
                        Map.entry("workmail", "holds changed"),
                        Map.entry("accelerator-addresses", "holds holds")));
        assertThat(NOW.study()).allSatisfy(answer -> assertThat(answer.facts()).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void every_cell_that_differs_today_names_the_launch_that_changed_it(PlatformSpec spec) {
        for (DesignAnswer answer : compare(spec, Study.DAY).designs()) {
            assertThat(answer.cells())
                    .allSatisfy(cell -> cell.change()
                            .ifPresent(change -> assertThat(change.by())
                                    .as(answer.design().id() + " " + cell)
                                    .isNotEmpty()
                                    .anyMatch(fact -> fact.since().isPresent()
                                            || fact.until().isPresent())));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void every_broken_cell_has_a_finding_with_a_reason_and_a_way_out(PlatformSpec spec) {
        for (DesignAnswer answer : compare(spec, TODAY).designs()) {
            assertThat(answer.findings()).hasSize((int) answer.count(State.BROKEN));
            assertThat(answer.findings()).allSatisfy(finding -> {
                assertThat(finding.what()).isNotBlank();
                assertThat(finding.why()).contains(answer.design().id());
                assertThat(finding.fix()).isNotBlank();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void every_row_answers_every_entry(PlatformSpec spec) {
        Comparison comparison = compare(spec, TODAY);

        assertThat(comparison.rows()).isNotEmpty().doesNotHaveDuplicates();
        for (DesignAnswer answer : comparison.designs()) {
            for (Question question : Questions.ALL) {
                List<String> entries = answer.row(question.row()).stream()
                        .flatMap(cell -> cell.entry().stream())
                        .distinct()
                        .toList();
                assertThat(entries)
                        .as(answer.design().id() + " " + question.row())
                        .hasSize(
                                question instanceof Question.OfPlatform
                                        ? 0
                                        : spec.entries().size());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.gatehouse.testing.Specs#all")
    void what_a_cell_rests_on_held_on_the_day(PlatformSpec spec) {
        for (LocalDate day : List.of(Study.DAY, TODAY)) {
            for (DesignAnswer answer : compare(spec, day).designs()) {
                assertThat(answer.cells())
                        .filteredOn(cell -> cell.outcome() instanceof Kept)
                        .allSatisfy(cell -> assertThat(cell.facts())
                                .as(answer.design().id() + " " + cell.row())
                                .allMatch(fact -> fact.holdsOn(day)));
            }
        }
    }

    @Test
    void a_waived_cell_stays_broken_and_its_finding_becomes_a_note() {
        Cell cell = cells(NOW, "nlb-ambassador", "web-firewall", "public").get(0);

        assertThat(cell.state()).isEqualTo(State.BROKEN);
        assertThat(cell.waiver()).isPresent();
        LocalDate afterwards = LocalDate.of(2027, 4, 1);
        assertThat(Comparison.of(Specs.riskModels(), FACTS, Designs.all(), afterwards, afterwards)
                        .design("nlb-ambassador")
                        .orElseThrow()
                        .row("web-firewall"))
                .noneMatch(later -> later.waiver().isPresent());
    }
}

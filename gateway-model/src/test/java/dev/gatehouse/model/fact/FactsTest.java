package dev.gatehouse.model.fact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.model.unit.Quantity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FactsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Facts FACTS = Facts.of(sheets("""
            kind: gate
            title: A gate
            layer: 7
            stance: on-path
            launched: 2018-01-01
            limits:
              - { id: wait, text: An answer comes within 29 s, value: 29 s, until: 2024-06-04, source: { assumed: made up } }
              - { id: wait, text: An answer comes within 60 s, value: 60 s, since: 2024-06-04, until: 2025-01-01,
                  launch: longer waits, source: { assumed: made up } }
              - { id: size, text: A body has at most 10 MB, value: 10 MiB, source: { assumed: made up } }
              - { id: rate, text: "10,000 a second", value: 10000/s, source: { assumed: made up } }
              - { id: rate, text: "2,500 a second", value: 2500/s, region: [eu-south-1, eu-south-2],
                  source: { assumed: made up } }
            capabilities:
              - { id: stream, text: It streams, since: 2025-11-19, launch: streaming, source: { assumed: made up } }
            refusals:
              - { id: no-stream, text: It does not stream, until: 2025-11-19, source: { assumed: made up } }
            links:
              - { to: wall, by: mortar, source: { assumed: made up } }
            prices:
              - { id: hour, value: 0.05 USD, per: hour, region: eu-west-1, source: { assumed: made up } }
              - { id: request, value: 3.50 USD, per: million, region: eu-west-1, tier: 0 to 333000000,
                  source: { assumed: made up } }
              - { id: request, value: 3.19 USD, per: million, region: eu-west-1, tier: from 333000000,
                  source: { assumed: made up } }
            ---
            kind: wall
            title: A wall
            layer: 4
            stance: on-path
            launched: 2021-09-27
            """, List.of()), TODAY);

    private static List<Sheet> sheets(String yaml, List<String> known) {
        Sheets sheets = SheetReader.read("test.yaml", yaml.getBytes(UTF_8), known);
        assertThat(sheets.findings()).isEmpty();
        return sheets.sheets();
    }

    private static List<Sheet> own(String yaml) {
        return sheets(yaml, List.of("gate", "wall"));
    }

    private static Facts on(String day) {
        return FACTS.asOf(LocalDate.parse(day));
    }

    private static Optional<Quantity> number(Optional<Fact> fact) {
        return fact.flatMap(Fact::value);
    }

    private static Optional<Quantity> quantity(String text) {
        return Optional.of(Quantity.parse(text));
    }

    @Test
    void a_fact_holds_from_its_first_day_up_to_and_without_its_last() {
        assertThat(number(on("2024-06-03").find("gate", "wait"))).isEqualTo(quantity("29 s"));
        assertThat(number(on("2024-06-04").find("gate", "wait"))).isEqualTo(quantity("60 s"));
        assertThat(number(on("2024-12-31").find("gate", "wait"))).isEqualTo(quantity("60 s"));
        assertThat(on("2025-01-01").find("gate", "wait")).isEmpty();
    }

    @Test
    void nothing_is_seen_of_a_component_before_its_launch() {
        assertThat(on("2017-12-31").all()).isEmpty();
        assertThat(on("2017-12-31").later("gate", "size"))
                .isEqualTo(on("2018-01-01").find("gate", "size"));
        assertThat(on("2018-01-01").find("gate", "size").flatMap(on("2018-01-01")::beginning))
                .contains(LocalDate.of(2018, 1, 1));
    }

    @Test
    void what_changes_an_answer_later_is_the_first_fact_that_begins_after_the_day() {
        assertThat(on("2020-11-19").later("gate", "wait").flatMap(Fact::launch)).contains("longer waits");
        assertThat(on("2020-11-19").later("gate", "stream").flatMap(Fact::since))
                .contains(LocalDate.of(2025, 11, 19));
        assertThat(on("2024-06-04").later("gate", "wait")).isEmpty();
    }

    @Test
    void history_tells_every_fact_of_a_name_oldest_first() {
        assertThat(on("2017-01-01").history("gate", "wait"))
                .extracting(fact -> fact.value().map(Quantity::toString).orElse(""))
                .containsExactly("29 s", "60 s");
    }

    @Test
    void a_region_has_its_own_fact_or_the_one_for_all_and_never_another_regions() {
        assertThat(number(FACTS.find("gate", "rate", "eu-south-1"))).isEqualTo(quantity("2500/s"));
        assertThat(number(FACTS.limit("gate", "rate", "eu-west-1"))).isEqualTo(quantity("10000/s"));
        assertThat(number(FACTS.find("gate", "rate"))).isEqualTo(quantity("10000/s"));
        assertThat(FACTS.find("gate", "hour", "eu-west-3")).isEmpty();
        assertThat(FACTS.find("gate", "hour")).isEmpty();
        assertThat(FACTS.prices("gate", "hour", "eu-west-3")).isEmpty();
    }

    @Test
    void the_tiers_of_a_price_come_lowest_usage_first() {
        assertThat(FACTS.prices("gate", "request", "eu-west-1"))
                .extracting(fact -> fact.value().map(Quantity::toString).orElse(""))
                .containsExactly("3.5 USD", "3.19 USD");
        assertThat(FACTS.prices("gate", "request", "eu-west-1").get(1).tierTo()).isEmpty();
    }

    @Test
    void a_fact_is_found_only_in_the_section_that_is_asked_for() {
        assertThat(FACTS.limit("gate", "stream")).isEmpty();
        assertThat(FACTS.capability("gate", "stream")).isPresent();
        assertThat(FACTS.refusal("gate", "no-stream")).isEmpty();
        assertThat(on("2020-11-19").refusal("gate", "no-stream")).isPresent();
        assertThat(on("2020-11-19").capability("gate", "stream")).isEmpty();
    }

    @Test
    void a_link_is_there_once_both_its_ends_are() {
        assertThat(on("2021-09-26").links()).isEmpty();
        assertThat(on("2021-09-27").links())
                .singleElement()
                .satisfies(link -> assertThat(link.to()).contains("wall"))
                .satisfies(link -> assertThat(link.text()).isEqualTo("A gate may have wall behind it, by mortar"));
    }

    @Test
    void a_fact_that_is_needed_and_missing_says_so_with_its_day() {
        assertThatExceptionOfType(MissingFactException.class)
                .isThrownBy(() -> on("2025-01-01").require("gate", "wait"))
                .withMessage("no fact gate.wait on 2025-01-01");
        assertThatExceptionOfType(MissingFactException.class)
                .isThrownBy(() -> FACTS.require("gate", "hour", "eu-west-3"))
                .withMessage("no fact gate.hour for eu-west-3 on 2026-11-22");
        assertThat(FACTS.require("gate", "hour", "eu-west-1").per()).contains("hour");
    }

    @Test
    void an_own_fact_stands_over_ours_as_long_as_it_holds() {
        Facts facts = FACTS.with(own("""
                kind: gate
                limits:
                  - { id: wait, text: An answer comes within 90 s, value: 90 s, since: 2024-09-01, until: 2024-10-01,
                      reason: a quota of ours, source: { granted: case 17 } }
                """));

        assertThat(number(facts.asOf(LocalDate.parse("2024-08-31")).find("gate", "wait")))
                .isEqualTo(quantity("60 s"));
        assertThat(number(facts.asOf(LocalDate.parse("2024-09-01")).find("gate", "wait")))
                .isEqualTo(quantity("90 s"));
        assertThat(number(facts.asOf(LocalDate.parse("2024-10-01")).find("gate", "wait")))
                .isEqualTo(quantity("60 s"));
        assertThat(facts.asOf(LocalDate.parse("2024-09-01")).all())
                .filteredOn(fact -> fact.id().equals(new FactId("gate", "wait")))
                .singleElement()
                .satisfies(fact -> assertThat(fact.evidence()).isEqualTo(new Granted("case 17")));
    }

    @Test
    void an_own_fact_without_a_region_leaves_a_region_of_ours_alone() {
        Facts facts = FACTS.with(own("""
                kind: gate
                limits:
                  - { id: rate, text: "20,000 a second", value: 20000/s, reason: a quota of ours, source: { granted: case 17 } }
                """));

        assertThat(number(facts.find("gate", "rate", "eu-west-1"))).isEqualTo(quantity("20000/s"));
        assertThat(number(facts.find("gate", "rate", "eu-south-1"))).isEqualTo(quantity("2500/s"));
    }

    @Test
    void a_component_of_ones_own_joins_with_its_sheet() {
        Facts facts = FACTS.with(own("""
                kind: outside-cdn
                title: A CDN of a partner
                layer: 7
                stance: on-path
                links:
                  - { to: gate, source: { granted: contract 4 } }
                """));

        assertThat(facts.kinds()).containsExactly("gate", "outside-cdn", "wall");
        assertThat(facts.links()).extracting(fact -> fact.id().kind()).contains("outside-cdn");
        assertThat(facts.sheet("outside-cdn").map(Sheet::facts).orElseThrow()).hasSize(1);
    }

    @Test
    void the_hash_is_of_what_the_facts_say_and_not_of_the_day() {
        Facts changed = FACTS.with(own("""
                kind: gate
                notes:
                  - { id: colour, text: It is green, source: { assumed: made up } }
                """));

        assertThat(FACTS.sha256())
                .matches("[0-9a-f]{64}")
                .isEqualTo(on("2020-11-19").sha256());
        assertThat(changed.sha256()).isNotEqualTo(FACTS.sha256());
    }

    @Test
    void all_facts_come_in_a_stable_order() {
        assertThat(FACTS.all()).isSortedAccordingTo(Fact.ORDER).isEqualTo(FACTS.all());
    }
}

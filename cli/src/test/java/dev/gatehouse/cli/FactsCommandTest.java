package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Assumed;
import dev.gatehouse.model.fact.Fact;
import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.Published;
import dev.gatehouse.model.fact.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactsCommandTest {
    static Stream<String> everyKind() {
        return Facts.bundled().kinds().stream();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void lists_each_fact_with_how_it_is_known(String kind) {
        Ran ran = Ran.call("facts", "--kind", kind);
        long facts = Facts.bundled().asOf(Ran.TODAY).all().stream()
                .filter(fact -> fact.id().kind().equals(kind))
                .count();

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).endsWith("\n" + facts + (facts == 1 ? " fact\n" : " facts\n"));
        assertThat(ran.out().lines().filter(line -> line.matches(" {6}(published|granted|measured|assumed)[,:].*")))
                .hasSize((int) facts);
    }

    @Test
    void lists_stale_pages_only() {
        long all = Facts.bundled().asOf(Ran.TODAY).all().stream()
                .filter(fact -> fact.evidence() instanceof Published)
                .count();

        assertThat(Ran.call("facts", "--older-than", "0d", "--as-of", "2026-11-22")
                        .out())
                .doesNotContain("assumed: ");
        assertThat(Ran.call("facts", "--older-than", "99999d").out()).isEqualTo("0 facts\n");
        assertThat(all).isPositive();
    }

    @Test
    void sees_the_facts_of_another_day() {
        assertThat(Ran.call("facts", "--kind", "rest-api", "--as-of", "2020-11-19")
                        .out())
                .isNotEqualTo(Ran.call("facts", "--kind", "rest-api").out());
    }

    @Test
    void several_kinds_may_be_named() {
        assertThat(Ran.call("facts", "--kind", "vpc-link,rest-api"))
                .isEqualTo(Ran.call("facts", "--kind", "rest-api", "--kind", "vpc-link"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"180", "d", "-1d", "1m", "9999999d"})
    void an_age_is_a_number_of_days(String age) {
        Ran ran = Ran.call("facts", "--older-than=" + age);

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("'" + age + "' is no number of days");
    }

    @Test
    void an_unknown_kind_suggests_the_nearest() {
        assertThat(Ran.call("facts", "--kind", "vpclink").err())
                .contains("unknown kind 'vpclink'; did you mean 'vpc-link'?");
    }

    static Stream<Arguments> everyFilter() {
        return Stream.of(
                Arguments.of(List.of("--section", "prices"), (Predicate<Fact>) fact -> fact.section() == Section.PRICE),
                Arguments.of(List.of("--section", "limits,refusals"), (Predicate<Fact>)
                        fact -> fact.section() == Section.LIMIT || fact.section() == Section.REFUSAL),
                Arguments.of(
                        List.of("--evidence", "assumed"), (Predicate<Fact>) fact -> fact.evidence() instanceof Assumed),
                Arguments.of(List.of("--region", "eu-west-3"), (Predicate<Fact>)
                        fact -> fact.region().orElse("eu-west-3").equals("eu-west-3")),
                Arguments.of(List.of("--search", "TIMEOUT"), (Predicate<Fact>) fact -> Stream.of(
                                fact.id().toString(),
                                fact.text(),
                                fact.evidence().described())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains("timeout"))),
                Arguments.of(
                        List.of("--kind", "rest-api", "--section", "prices", "--region", "eu-west-1"),
                        (Predicate<Fact>) fact -> fact.id().kind().equals("rest-api")
                                && fact.section() == Section.PRICE
                                && fact.region().orElse("eu-west-1").equals("eu-west-1")));
    }

    @ParameterizedTest
    @MethodSource("everyFilter")
    void a_filter_leaves_exactly_the_facts_that_fit(List<String> options, Predicate<Fact> fits) {
        List<String> call = new ArrayList<>(List.of("facts"));
        call.addAll(options);
        List<Fact> all = Facts.bundled().asOf(Ran.TODAY).all();
        long fitting = all.stream().filter(fits).count();

        assertThat(fitting).isBetween(1L, all.size() - 1L);
        assertThat(Ran.call(call.toArray(String[]::new)).out())
                .endsWith("\n" + fitting + (fitting == 1 ? " fact\n" : " facts\n"));
    }

    @Test
    void an_unknown_section_or_kind_of_evidence_suggests_the_nearest() {
        assertThat(Ran.call("facts", "--section", "price").err()).contains("did you mean 'prices'?");
        assertThat(Ran.call("facts", "--evidence", "publishd").err()).contains("did you mean 'published'?");
    }
}

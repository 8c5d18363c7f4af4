package dev.gatehouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.fact.Facts;
import dev.gatehouse.model.fact.Published;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}

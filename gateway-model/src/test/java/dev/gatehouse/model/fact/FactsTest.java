package dev.gatehouse.model.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class FactsTest {
    @Test
    void a_limit_changes_on_the_day_of_its_launch() {
        LocalDate launch = LocalDate.of(2024, 6, 4);
        Facts before = Facts.bundled().asOf(launch.minusDays(1));

        assertThat(before.limit("rest-api", "request-timeout"))
                .hasValueSatisfying(fact -> assertThat(fact.isAdjustable()).isFalse());
        assertThat(before.later("rest-api", "request-timeout"))
                .isEqualTo(before.asOf(launch).limit("rest-api", "request-timeout"));
    }
}

package dev.gatehouse.measurements.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.measurements.schedule.Part;
import dev.gatehouse.model.unit.Rate;
import dev.gatehouse.testing.Specs;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static final Mix MIX = Mix.of(Specs.iris());

    @Test
    void a_plan_says_what_it_asks_and_when_it_ends() {
        Plan plan = builder().build(MIX);

        assertThat(plan.question())
                .isEqualTo("At 200/s, which of a, b has the smaller median response time, by 0.5 ms or more?");
        assertThat(plan.rounds()).isEqualTo(16);
        assertThat(plan.stopRule()).isEqualTo("after 16 rounds, whatever they show");
        assertThat(plan.orders()).hasSize(16);
        assertThat(plan.scheduleSha256()).hasSize(64);
    }

    @Test
    void all_parts_of_a_plan_have_its_id_and_no_other_plan_has() {
        Plan plan = builder().build(MIX);

        assertThat(builder().part(new Part(1, 3)).build(MIX).id()).isEqualTo(plan.id());
        assertThat(List.of(
                        builder().seed(2).build(MIX),
                        builder().rate(Rate.ofPerSecond(100)).build(MIX),
                        builder().rounds(20).build(MIX),
                        builder().delta(Delta.parse("1 ms")).build(MIX),
                        builder().duration(Duration.ofSeconds(5)).build(MIX),
                        builder().engine("envoy").build(MIX),
                        builder().inject("web-acl", Duration.ofMillis(1)).build(MIX),
                        plan))
                .map(Plan::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_plan_without_two_contestants_or_with_one_twice_is_refused() {
        assertThatThrownBy(() -> builder().contestants(List.of()).build(MIX))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder()
                        .contestants(List.of(Contestant.direct(), Contestant.direct()))
                        .build(MIX))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0.5 ms,4000000,500000", "10 %,4000000,400000", "2 %,123456,2469", "100 ms,1,100000000"})
    void delta_is_a_time_or_a_part_of_the_smaller_median(String text, long smaller, long nanos) {
        assertThat(Delta.parse(text).nanos(smaller)).isEqualTo(nanos);
        assertThat(Delta.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 ms", "0 %", "5", "5 KB", "-1 ms", "", "1/s"})
    void a_delta_that_is_none_is_refused(String text) {
        assertThatThrownBy(() -> Delta.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static PlanBuilder builder() {
        return Plan.of("iris", "0".repeat(64)).contestants(Contestant.ofDesigns(List.of("a", "b")));
    }
}

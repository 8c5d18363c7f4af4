package dev.gatehouse.lab.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.spec.Model;
import dev.gatehouse.testing.Specs;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ServiceTimesTest {
    private static final int DRAWS = 20_000;

    private static Model model(String name) {
        return Specs.riskModels().models().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Duration> sorted(ServiceTimes times) {
        return LongStream.range(0, DRAWS).mapToObj(times::answer).sorted().toList();
    }

    @Test
    void a_request_takes_the_same_time_whenever_it_comes() {
        ServiceTimes one = new ServiceTimes(7, model("fraud"));
        ServiceTimes other = new ServiceTimes(7, model("fraud"));

        for (long request : new long[] {5, 0, 17, 1_000_000_007L, -1}) {
            assertThat(other.answer(request)).isEqualTo(one.answer(request));
        }
        assertThat(new ServiceTimes(8, model("fraud")).answer(5)).isNotEqualTo(one.answer(5));
        assertThat(one.answer(6)).isNotEqualTo(one.answer(5));
    }

    @Test
    void models_do_not_take_their_slowest_requests_together() {
        ServiceTimes fraud = new ServiceTimes(7, model("fraud"));
        ServiceTimes batch = new ServiceTimes(7, model("batch-score"));
        long slowBoth = LongStream.range(0, DRAWS)
                .filter(i -> fraud.answer(i).toMillis() > 50 && batch.answer(i).toMillis() > 7_500)
                .count();
        long slow = LongStream.range(0, DRAWS)
                .filter(i -> fraud.answer(i).toMillis() > 50)
                .count();

        assertThat(slow).isPositive();
        assertThat(slowBoth).isLessThan(slow / 2);
    }

    @Test
    void the_p99_is_the_one_of_the_spec_and_the_median_a_quarter() {
        List<Duration> sorted = sorted(new ServiceTimes(1, model("fraud")));

        assertThat(sorted.get(DRAWS / 2)).isBetween(Duration.ofMillis(19), Duration.ofMillis(21));
        assertThat(sorted.get(DRAWS * 99 / 100)).isBetween(Duration.ofMillis(74), Duration.ofMillis(86));
        assertThat(sorted.get(DRAWS - 1)).isLessThanOrEqualTo(Duration.ofMillis(800));
    }

    @Test
    void a_model_without_a_p99_has_one_of_half_its_bound_and_never_exceeds_the_bound() {
        List<Duration> sorted = sorted(new ServiceTimes(1, model("damage-image")));

        assertThat(sorted.get(DRAWS * 99 / 100)).isBetween(Duration.ofMillis(2_300), Duration.ofMillis(2_700));
        assertThat(sorted.get(DRAWS - 1)).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void a_stream_keeps_its_three_bounds() {
        ServiceTimes times = new ServiceTimes(1, model("assistant"));
        for (long request = 0; request < 2_000; request++) {
            List<Duration> pieces = times.stream(request);
            assertThat(pieces).hasSize(250);
            assertThat(pieces.get(0)).isLessThanOrEqualTo(Duration.ofSeconds(8));
            assertThat(pieces.stream().skip(1)).allMatch(gap -> gap.compareTo(Duration.ofSeconds(15)) <= 0);
            assertThat(pieces.stream().reduce(Duration.ZERO, Duration::plus))
                    .isLessThanOrEqualTo(Duration.ofMinutes(2).plusMillis(1));
        }
    }
}

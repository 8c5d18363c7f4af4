package dev.gatehouse.measurements.knee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.model.unit.Rate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KneeSearchTest {
    private static final long MS = 1_000_000;

    @ParameterizedTest
    @ValueSource(ints = {100, 101, 150, 399, 400, 1_234, 50_000})
    void it_finds_the_knee_to_a_tenth(int capacity) {
        KneeSearch search = searched(rate -> new Step(rate, Math.min(1, capacity / perSecond(rate)), 5 * MS));

        assertThat(perSecond(search.knee())).isBetween(capacity * 0.89, capacity * 1.011);
        assertThat(search.steps().size()).isLessThan(16);
    }

    @Test
    void a_median_three_times_the_first_is_too_much_even_if_all_is_answered() {
        KneeSearch search = searched(rate -> new Step(rate, 1, perSecond(rate) > 700 ? 16 * MS : 5 * MS));

        assertThat(perSecond(search.knee())).isBetween(630.0, 700.0);
    }

    @Test
    void the_rate_rises_and_is_offered_whatever_is_answered() {
        KneeSearch search = searched(rate -> new Step(rate, Math.min(1, 300 / perSecond(rate)), 5 * MS));

        assertThat(search.steps().subList(0, 3).stream().map(Step::offered))
                .containsExactly(Rate.ofPerSecond(100), Rate.ofPerSecond(200), Rate.ofPerSecond(400));
    }

    @Test
    void a_path_that_carries_nothing_has_the_knee_zero_and_one_without_a_knee_ends() {
        KneeSearch nothing = searched(rate -> new Step(rate, 0, 5 * MS));
        KneeSearch endless = searched(rate -> new Step(rate, 1, 5 * MS));

        assertThat(nothing.knee()).isEqualTo(Rate.ZERO);
        assertThat(endless.knee()).isEqualTo(Rate.ofPerSecond(100_000));
        assertThatThrownBy(() -> KneeSearch.chosen(Rate.ofPerSecond(200), List.of(nothing.knee())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void designs_are_compared_at_most_at_60_percent_of_the_slowest_knee() {
        List<Rate> knees = List.of(Rate.ofPerSecond(1_000), Rate.ofPerSecond(301), Rate.ofPerSecond(5_000));

        assertThat(KneeSearch.chosen(Rate.ofPerSecond(200), knees)).isEqualTo(Rate.ofPerSecond(180));
        assertThat(KneeSearch.chosen(Rate.ofPerSecond(100), knees)).isEqualTo(Rate.ofPerSecond(100));
        assertThat(KneeSearch.chosen(Rate.ofPerSecond(100), List.of(Rate.ofPerSecond(1))))
                .isEqualTo(Rate.parse("36/min"));
    }

    private static KneeSearch searched(Function<Rate, Step> path) {
        KneeSearch search = KneeSearch.from(Rate.ofPerSecond(100));
        for (int steps = 0; search.next().isPresent() && steps < 40; steps++) {
            search = search.after(path.apply(search.next().get()));
        }
        assertThat(search.next()).isEmpty();
        return search;
    }

    private static double perSecond(Rate rate) {
        return rate.perSecond().doubleValue();
    }
}

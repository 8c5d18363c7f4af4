package dev.gatehouse.measurements.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundsTest {
    @ParameterizedTest
    @CsvSource({"14,7,14", "1,7,14", "15,7,28", "0,2,2", "14,6,18", "12,6,12", "14,4,16", "14,3,18"})
    void rounds_are_filled_up_to_whole_squares(int wanted, int contestants, int filled) {
        assertThat(Rounds.filled(wanted, contestants)).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource({"7,14", "7,28", "4,12", "3,6"})
    void over_all_rounds_everyone_follows_everyone_else_equally_often(int n, int rounds) {
        List<Contestant> contestants = IntStream.range(0, n)
                .mapToObj(i -> Contestant.design("design-" + i))
                .toList();
        Map<String, Integer> follows = new HashMap<>();
        for (List<Contestant> order : Rounds.orders(contestants, rounds, 5)) {
            assertThat(order).containsExactlyInAnyOrderElementsOf(contestants);
            for (int place = 1; place < n; place++) {
                follows.merge(
                        order.get(place).name() + " after "
                                + order.get(place - 1).name(),
                        1,
                        Integer::sum);
            }
        }

        assertThat(follows).hasSize(n * (n - 1));
        assertThat(follows.values()).containsOnly(rounds / n);
    }

    @Test
    void the_orders_depend_on_the_seed_and_on_nothing_else() {
        List<Contestant> contestants = Contestant.ofDesigns(List.of("a", "b", "c", "d", "e"));

        assertThat(Rounds.orders(contestants, 28, 5)).isEqualTo(Rounds.orders(contestants, 28, 5));
        assertThat(Rounds.orders(contestants, 28, 5)).isNotEqualTo(Rounds.orders(contestants, 28, 6));
    }

    @Test
    void half_a_square_is_refused() {
        List<Contestant> contestants = Contestant.ofDesigns(List.of("a", "b", "c", "d", "e"));

        assertThatThrownBy(() -> Rounds.orders(contestants, 7, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void five_designs_make_seven_contestants() {
        assertThat(Contestant.ofDesigns(List.of("a", "b", "c", "d", "e")))
                .map(Contestant::name)
                .containsExactly("a", "b", "c", "d", "e", "direct", "a.twin");
    }
}

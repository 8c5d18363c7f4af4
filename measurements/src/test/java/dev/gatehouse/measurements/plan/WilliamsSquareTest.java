package dev.gatehouse.measurements.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WilliamsSquareTest {
    static IntStream contestants() {
        return IntStream.rangeClosed(2, 12);
    }

    @ParameterizedTest
    @MethodSource("contestants")
    void it_has_n_orders_for_an_even_n_and_2n_for_an_odd(int n) {
        assertThat(WilliamsSquare.orders(n)).hasSize(n % 2 == 0 ? n : 2 * n).doesNotHaveDuplicates();
        assertThat(WilliamsSquare.size(n)).isEqualTo(WilliamsSquare.orders(n).size());
    }

    @ParameterizedTest
    @MethodSource("contestants")
    void every_order_has_everyone_once(int n) {
        List<Integer> everyone = IntStream.range(0, n).boxed().toList();

        assertThat(WilliamsSquare.orders(n))
                .allSatisfy(order -> assertThat(order).containsExactlyInAnyOrderElementsOf(everyone));
    }

    @ParameterizedTest
    @MethodSource("contestants")
    void everyone_stands_in_each_place_equally_often(int n) {
        Map<String, Integer> places = new HashMap<>();
        for (List<Integer> order : WilliamsSquare.orders(n)) {
            for (int place = 0; place < n; place++) {
                places.merge(order.get(place) + " in " + place, 1, Integer::sum);
            }
        }

        assertThat(places).hasSize(n * n);
        assertThat(places.values()).containsOnly(WilliamsSquare.size(n) / n);
    }

    @ParameterizedTest
    @MethodSource("contestants")
    void everyone_follows_everyone_else_equally_often(int n) {
        Map<String, Integer> follows = new HashMap<>();
        for (List<Integer> order : WilliamsSquare.orders(n)) {
            for (int place = 1; place < n; place++) {
                follows.merge(order.get(place) + " after " + order.get(place - 1), 1, Integer::sum);
            }
        }

        assertThat(follows).hasSize(n * (n - 1));
        assertThat(follows.values()).containsOnly(WilliamsSquare.size(n) / n);
    }

    @Test
    void one_contestant_has_no_order() {
        assertThatThrownBy(() -> WilliamsSquare.orders(1)).isInstanceOf(IllegalArgumentException.class);
    }
}

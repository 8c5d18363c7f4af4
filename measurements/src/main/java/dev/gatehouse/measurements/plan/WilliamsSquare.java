package dev.gatehouse.measurements.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The orders in which each of n contestants stands in each place equally often, and follows each other one equally
 * often: n orders if n is even, 2n if it is odd (Williams, 1949).
 */
final class WilliamsSquare {
    private WilliamsSquare() {}

    /** How many orders a whole square of {@code n} contestants has. */
    static int size(int n) {
        return n % 2 == 0 ? n : 2 * n;
    }

    /**
     * The orders, each a list of the numbers from 0 to below {@code n}.
     *
     * @throws IllegalArgumentException for fewer than 2 contestants
     */
    static List<List<Integer>> orders(int n) {
        if (n < 2) {
            throw new IllegalArgumentException("an order takes two contestants or more, not " + n);
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (int shift = 0; shift < n; shift++) {
            List<Integer> order = new ArrayList<>();
            for (int place = 0; place < n; place++) {
                order.add((zigzag(place, n) + shift) % n);
            }
            orders.add(List.copyOf(order));
            if (n % 2 == 1) {
                Collections.reverse(order);
                orders.add(List.copyOf(order));
            }
        }
        return List.copyOf(orders);
    }

    /** 0, 1, n-1, 2, n-2, …: all differences between neighbours are different. */
    private static int zigzag(int place, int n) {
        return place == 0 ? 0 : place % 2 == 1 ? (place + 1) / 2 : n - place / 2;
    }
}

package dev.gatehouse.measurements.plan;

import dev.gatehouse.measurements.schedule.Draws;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ListSampler;

/** How many rounds a run has, and in which order each runs its contestants. */
public final class Rounds {
    private Rounds() {}

    /** How many rounds make one whole square of that many contestants: 14 for 7, 8 for 8. */
    public static int wholeSquare(int contestants) {
        return WilliamsSquare.size(contestants);
    }

    /** The smallest number of whole squares that has at least {@code wanted} rounds. */
    public static int filled(int wanted, int contestants) {
        int size = wholeSquare(contestants);
        return Math.max(1, (wanted + size - 1) / size) * size;
    }

    /**
     * The order of each round. Each square is whole; within it the orders are shuffled, and so are the contestants
     * among the square's numbers, so that no contestant's place grows with time.
     *
     * @param rounds a whole number of squares
     * @throws IllegalArgumentException if it is not
     */
    public static List<List<Contestant>> orders(List<Contestant> contestants, int rounds, long seed) {
        int size = wholeSquare(contestants.size());
        if (rounds < size || rounds % size != 0) {
            throw new IllegalArgumentException(rounds + " rounds are no whole squares of " + size);
        }
        UniformRandomProvider draws = Draws.of(seed, "orders");
        List<List<Contestant>> orders = new ArrayList<>();
        for (int square = 0; square < rounds / size; square++) {
            List<Contestant> numbered = new ArrayList<>(contestants);
            ListSampler.shuffle(draws, numbered);
            List<List<Integer>> rows = new ArrayList<>(WilliamsSquare.orders(contestants.size()));
            ListSampler.shuffle(draws, rows);
            rows.forEach(row -> orders.add(row.stream().map(numbered::get).toList()));
        }
        return List.copyOf(orders);
    }
}

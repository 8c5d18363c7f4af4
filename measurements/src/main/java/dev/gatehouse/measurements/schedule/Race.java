package dev.gatehouse.measurements.schedule;

import dev.gatehouse.model.unit.Rate;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Chooses what an arrival asks for. Each kind of traffic draws an exponential time with its weight as rate, and the
 * first one wins: a kind wins in proportion to its weight, and a kind more only ever takes wins away. Mutable, for one
 * thread.
 */
final class Race {
    private final List<Traffic> runners;
    private final List<UniformRandomProvider> draws;
    private final double[] weights;

    Race(Mix mix, long seed) {
        runners = mix.traffic().stream()
                .filter(traffic -> traffic.weight().compareTo(Rate.ZERO) > 0)
                .toList();
        draws = runners.stream()
                .map(traffic -> Draws.of(seed, traffic.purpose()))
                .toList();
        weights = runners.stream()
                .mapToDouble(traffic -> traffic.weight().perHour().doubleValue())
                .toArray();
    }

    Traffic winner() {
        int winner = 0;
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < weights.length; i++) {
            double time = Schedule.exponential(draws.get(i)) / weights[i];
            if (time < best) {
                best = time;
                winner = i;
            }
        }
        return runners.get(winner);
    }
}

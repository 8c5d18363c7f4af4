package dev.gatehouse.measurements.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gatehouse.measurements.schedule.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** Holm, Wilson and quantiles against numbers worked by hand or printed in books. */
class CorrectionsTest {
    @Test
    void holm_multiplies_the_smallest_by_all_and_never_falls() {
        assertThat(Holm.corrected(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
        assertThat(Holm.corrected(0.5, 0.9)).containsExactly(1, 1);
        assertThat(Holm.corrected()).isEmpty();
        assertThat(Holm.corrected(0.02)).containsExactly(0.02);
    }

    @Test
    void wilson_is_the_interval_of_the_textbook() {
        Interval ten = Wilson.interval(10, 100, 0.95);

        assertThat(ten.low()).isCloseTo(0.0552, within(0.0001));
        assertThat(ten.high()).isCloseTo(0.1744, within(0.0001));
        assertThat(Wilson.interval(0, 10, 0.95).low()).isZero();
        assertThat(Wilson.interval(0, 10, 0.95).high()).isCloseTo(0.2775, within(0.0001));
        assertThat(Wilson.interval(10, 10, 0.95).high()).isEqualTo(1);
        assertThat(Wilson.interval(0, 0, 0.95)).isEqualTo(new Interval(0, 1));
        assertThatThrownBy(() -> Wilson.interval(2, 1, 0.95)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_quantile_takes_100_requests_beyond_it() {
        assertThat(Quantiles.of(histogram(199, 1), 0.5)).isEmpty();
        assertThat(Quantiles.of(histogram(200, 1), 0.5)).isPresent();
        assertThat(Quantiles.of(histogram(999, 1), 0.9)).isEmpty();
        assertThat(Quantiles.of(histogram(1_000, 1), 0.9)).isPresent();
        assertThat(Quantiles.of(histogram(9_999, 1), 0.99)).isEmpty();
        assertThat(Quantiles.of(histogram(10_000, 1), 0.99)).isPresent();
    }

    @Test
    void a_pooled_quantile_is_that_of_all_requests_together() {
        List<Histogram> rounds = new ArrayList<>();
        Histogram all = new Histogram(3);
        for (int round = 0; round < 14; round++) {
            rounds.add(histogram(1_000, 1 + round / 20.0));
            all.add(rounds.get(round));
        }

        PooledQuantile p99 =
                PooledQuantile.of(rounds, 0.99, Draws.of(1, "test")).orElseThrow();

        assertThat(p99.nanos()).isEqualTo(all.getValueAtPercentile(99));
        assertThat(p99.interval().contains((double) p99.nanos())).isTrue();
        assertThat(p99.interval().low()).isLessThan((double) p99.nanos());
        assertThat(PooledQuantile.of(rounds.subList(0, 9), 0.99, Draws.of(1, "test")))
                .isEmpty();
    }

    @Test
    void one_bad_round_widens_the_interval_of_the_p99_because_rounds_are_resampled() {
        List<Histogram> rounds = new ArrayList<>(
                IntStream.range(0, 13).mapToObj(i -> histogram(1_000, 1)).toList());
        rounds.add(histogram(1_000, 3));

        PooledQuantile p99 =
                PooledQuantile.of(rounds, 0.99, Draws.of(1, "test")).orElseThrow();

        assertThat(p99.interval().high() / p99.interval().low()).isGreaterThan(1.2);
    }

    @Test
    void an_interval_goes_up() {
        assertThatThrownBy(() -> new Interval(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Interval(Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Histogram histogram(int requests, double factor) {
        UniformRandomProvider draws = Draws.of(requests, "histogram");
        Histogram histogram = new Histogram(3);
        for (int i = 0; i < requests; i++) {
            histogram.recordValue((long) (1e6 * factor * (1 - StrictMath.log(1 - draws.nextDouble()))));
        }
        return histogram;
    }
}

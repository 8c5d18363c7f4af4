package dev.gatehouse.measurements.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.gatehouse.measurements.schedule.Draws;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MedianBootstrapTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 8, 13, 14})
    void it_is_the_distribution_that_resampling_would_find(int n) {
        UniformRandomProvider draws = Draws.of(n, "test");
        double[] values =
                IntStream.range(0, n).mapToDouble(i -> draws.nextDouble() * 100).toArray();
        MedianBootstrap computed = MedianBootstrap.of(values);
        int resamples = 40_000;
        double[] sampled = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            double[] resample = new double[n];
            for (int j = 0; j < n; j++) {
                resample[j] = values[draws.nextInt(n)];
            }
            sampled[i] = median(resample);
        }

        for (double value = -5; value <= 105; value += 10) {
            double at = value;
            double below = Arrays.stream(sampled).filter(median -> median < at).count() / (double) resamples;
            assertThat(computed.atMost(value)).as("n=%s, %s", n, value).isCloseTo(below, within(0.012));
        }
        assertThat(computed.median()).isEqualTo(median(values));
    }

    @Test
    void all_resamples_together_have_weight_one() {
        for (int n = 1; n <= 60; n++) {
            MedianBootstrap bootstrap =
                    MedianBootstrap.of(IntStream.range(0, n).asDoubleStream().toArray());
            assertThat(bootstrap.atMost(-1)).isZero();
            assertThat(bootstrap.atMost(n)).isCloseTo(1, within(1e-9));
            double middle = (n - 1) / 2.0;
            assertThat(bootstrap.atMost(middle)).isCloseTo(bootstrap.atLeast(middle), within(1e-9));
        }
    }

    @Test
    void an_interval_and_a_test_never_disagree() {
        UniformRandomProvider draws = Draws.of(5, "test");
        for (int i = 0; i < 2_000; i++) {
            int n = 6 + draws.nextInt(20);
            double shift = draws.nextDouble() * 2 - 1;
            double grain = i % 2 == 0 ? 1 : 1e6;
            double[] values = DoubleStream.generate(
                            () -> Math.round(grain * 5 * (draws.nextDouble() - 0.5 + shift / 2)))
                    .limit(n)
                    .toArray();
            MedianBootstrap bootstrap = MedianBootstrap.of(values);
            for (double level : new double[] {0.9, 0.95}) {
                assertThat(bootstrap.interval(level).contains(0)).isEqualTo(bootstrap.differs(0) > 1 - level);
            }
        }
    }

    @Test
    void fourteen_rounds_on_one_side_differ_and_four_can_not() {
        double[] fourteen = IntStream.rangeClosed(1, 14).asDoubleStream().toArray();
        double[] four = {1, 2, 3, 4};

        assertThat(MedianBootstrap.of(fourteen).differs(0)).isEqualTo(2 * Math.pow(0.5, 14));
        assertThat(MedianBootstrap.of(four).differs(0)).isEqualTo(0.125);
        assertThat(MedianBootstrap.of(fourteen).interval(0.95).low()).isGreaterThan(0);
        assertThat(MedianBootstrap.of(7, 7, 7, 7).interval(0.95)).isEqualTo(new Interval(7, 7));
    }

    @Test
    void the_order_of_rounds_changes_nothing_and_a_shift_shifts_everything() {
        MedianBootstrap bootstrap = MedianBootstrap.of(3, 1, 4, 1, 5, 9, 2, 6);
        MedianBootstrap shifted = MedianBootstrap.of(16, 12, 11, 14, 11, 15, 19, 13);

        assertThat(MedianBootstrap.of(9, 6, 5, 4, 3, 2, 1, 1).interval(0.95)).isEqualTo(bootstrap.interval(0.95));
        assertThat(shifted.interval(0.95).low())
                .isEqualTo(bootstrap.interval(0.95).low() + 10);
        assertThat(shifted.above(10)).isEqualTo(bootstrap.above(0));
    }

    @Test
    void nothing_has_no_median() {
        assertThatThrownBy(MedianBootstrap::of).isInstanceOf(IllegalArgumentException.class);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}

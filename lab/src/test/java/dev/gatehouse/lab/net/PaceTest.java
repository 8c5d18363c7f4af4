package dev.gatehouse.lab.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void shortens_times_by_its_factor() {
        assertThat(Pace.times(100).nanos(Duration.ofMinutes(2))).isEqualTo(1_200_000_000L);
        assertThat(Pace.REAL.nanos(Duration.ofSeconds(29))).isEqualTo(29_000_000_000L);
        assertThat(Pace.times(10_000).nanos(Duration.ofNanos(5))).isEqualTo(1);
        assertThat(Pace.times(10).nanos(Duration.ZERO)).isZero();
    }

    @Test
    void runs_forward() {
        Pace pace = Pace.times(1000);
        long before = pace.now();

        assertThat(pace.now()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void refuses_to_stand_still() {
        assertThatThrownBy(() -> Pace.times(0)).isInstanceOf(IllegalArgumentException.class);
    }
}

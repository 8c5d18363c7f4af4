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
    void lengthens_times_where_it_is_slowed() {
        assertThat(Pace.REAL.slowed(8).nanos(Duration.ofMillis(500))).isEqualTo(4_000_000_000L);
        assertThat(Pace.times(80).slowed(8).nanos(Duration.ofSeconds(5))).isEqualTo(500_000_000L);
        assertThat(Pace.REAL.slowed(8).isReal()).isFalse();
        assertThat(Pace.times(8).slowed(8).isReal()).isTrue();
    }

    @Test
    void hurries_no_handshake_and_gives_it_more_time_where_it_is_slowed() {
        assertThat(Pace.times(100).unhurried(Duration.ofMillis(100))).hasMillis(100);
        assertThat(Pace.times(80).slowed(8).unhurried(Duration.ofMillis(100))).hasMillis(800);
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
        assertThatThrownBy(() -> Pace.REAL.slowed(0)).isInstanceOf(IllegalArgumentException.class);
    }
}

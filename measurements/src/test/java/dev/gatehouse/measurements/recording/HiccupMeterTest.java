package dev.gatehouse.measurements.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HiccupMeterTest {
    private static final long MS = 1_000_000;

    @Test
    void what_a_nap_takes_longer_than_asked_for_is_a_pause() {
        AtomicLong now = new AtomicLong();
        long[] naps = {1 * MS, 51 * MS, 1 * MS + MS / 2, 11 * MS};
        AtomicLong next = new AtomicLong();
        HiccupMeter meter = new HiccupMeter(now::get, nanos -> now.addAndGet(naps[(int) next.getAndIncrement()]));

        for (int i = 0; i < 3; i++) {
            meter.tick();
        }

        assertThat(meter.tick()).isEqualTo(new Pauses(Duration.ofMillis(50), Duration.ofMillis(60), 2));
    }

    @Test
    void its_thread_ends_with_it() {
        HiccupMeter meter = HiccupMeter.start();
        meter.stop();

        assertThat(Thread.getAllStackTraces().keySet()).map(Thread::getName).doesNotContain("gatehouse-hiccups");
    }

    @Test
    void pauses_of_two_rounds_add_up() {
        assertThat(new Pauses(Duration.ofMillis(5), Duration.ofMillis(9), 2)
                        .plus(new Pauses(Duration.ofMillis(7), Duration.ofMillis(7), 1)))
                .isEqualTo(new Pauses(Duration.ofMillis(7), Duration.ofMillis(16), 3));
    }
}

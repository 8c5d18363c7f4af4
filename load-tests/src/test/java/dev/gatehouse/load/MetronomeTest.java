package dev.gatehouse.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetronomeTest {
    static List<Precision> precisions() {
        return List.of(Precision.FINE, Precision.COARSE);
    }

    @ParameterizedTest
    @MethodSource("precisions")
    void lets_go_in_order_of_time_and_never_early(Precision precision) throws InterruptedException {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        List<Long> early = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(50);
        try (Metronome metronome = Metronome.start(precision)) {
            long start = System.nanoTime() + 20_000_000;
            for (int at = 49; at >= 0; at--) {
                int number = at;
                long due = start + at * 200_000L;
                metronome.at(due, () -> {
                    if (System.nanoTime() < due) {
                        early.add(due);
                    }
                    order.add(number);
                    done.countDown();
                });
            }

            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(order).isSorted().hasSize(50);
        assertThat(early).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("precisions")
    void what_is_due_together_goes_in_the_order_in_which_it_came(Precision precision) throws InterruptedException {
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(100);
        try (Metronome metronome = Metronome.start(precision)) {
            long due = System.nanoTime() + 5_000_000;
            for (int at = 0; at < 100; at++) {
                int number = at;
                metronome.at(due, () -> {
                    order.add(number);
                    done.countDown();
                });
            }

            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(order).isSorted();
    }

    @Test
    void leaves_no_thread_and_does_nothing_after_its_end() {
        Metronome metronome = Metronome.start(Precision.FINE);
        List<String> done = Collections.synchronizedList(new ArrayList<>());
        metronome.at(System.nanoTime() + 3_600_000_000_000L, () -> done.add("late"));
        metronome.close();
        metronome.at(System.nanoTime(), () -> done.add("after"));

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("gatehouse-metronome");
        assertThat(done).isEmpty();
    }
}

package dev.gatehouse.measurements.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchedulingTest {
    @Test
    void several_generators_are_real_time_only_if_each_is_and_unknown_if_one_is() {
        for (Scheduling a : Scheduling.values()) {
            for (Scheduling b : Scheduling.values()) {
                Scheduling wanted = a == Scheduling.UNKNOWN || b == Scheduling.UNKNOWN
                        ? Scheduling.UNKNOWN
                        : a == Scheduling.REAL_TIME && b == Scheduling.REAL_TIME
                                ? Scheduling.REAL_TIME
                                : Scheduling.ORDINARY;

                assertThat(Scheduling.together(List.of(a, b)))
                        .as(a + " and " + b)
                        .isEqualTo(wanted);
            }
        }
        assertThat(Scheduling.together(List.of())).isEqualTo(Scheduling.UNKNOWN);
    }
}

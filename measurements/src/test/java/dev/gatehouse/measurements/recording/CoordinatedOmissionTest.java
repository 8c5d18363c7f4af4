package dev.gatehouse.measurements.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/**
 * A server that answers in 1 ms, 200 times a second for 100 s, and stands still for one second in the middle. Of 20,000
 * requests 200 arrive meanwhile, and wait 1 s, 0.995 s, … 0.005 s: one in a hundred, evenly from 0 to 1 s.
 */
class CoordinatedOmissionTest {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final long GAP = 5 * MS;
    private static final int REQUESTS = 20_000;
    private static final long STALL = 50 * SECOND;

    @Test
    void a_stall_is_charged_to_every_request_that_it_delayed() {
        Recording recording = openLoop();
        Histogram response = recording.histogram(Timing.RESPONSE);

        assertThat(response.getCountBetweenValues(3 * MS / 2, Long.MAX_VALUE)).isBetween(199L, 201L);
        for (double tail : new double[] {0.001, 0.0025, 0.005, 0.0075}) {
            double expected = 1_001 - 1_000 * (tail / 0.01);
            assertThat(response.getValueAtPercentile(100 * (1 - tail)) / 1e6).isCloseTo(expected, within(6.0));
        }
        assertThat(response.getMaxValue() / 1e6).isCloseTo(1_001, within(6.0));
        assertThat(response.getValueAtPercentile(98.9) / 1e6).isCloseTo(1, within(0.01));
    }

    @Test
    void the_same_stall_is_charged_when_the_generator_itself_waits_for_each_answer() {
        Recorder recorder = new Recorder(0, Duration.ofSeconds(30));
        long free = 0;
        for (int i = 0; i < REQUESTS; i++) {
            long intended = i * GAP;
            long sent = Math.max(intended, free);
            free = done(sent);
            recorder.sent(intended, sent).ok(free);
        }
        Recording recording = recorder.finish();

        assertThat(recording.histogram(Timing.RESPONSE).getValueAtPercentile(99.5) / 1e6)
                .isGreaterThan(500);
        assertThat(recording.histogram(Timing.SERVICE).getValueAtPercentile(99.9) / 1e6)
                .as("service time hides the stall: one request took it all")
                .isLessThan(2);
    }

    private static Recording openLoop() {
        Recorder recorder = new Recorder(0, Duration.ofSeconds(30));
        for (int i = 0; i < REQUESTS; i++) {
            long intended = i * GAP;
            recorder.sent(intended, intended).ok(done(intended));
        }
        return recorder.finish();
    }

    private static long done(long arrives) {
        boolean stalled = arrives >= STALL && arrives < STALL + SECOND;
        return (stalled ? STALL + SECOND : arrives) + MS;
    }
}

package dev.gatehouse.measurements.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final long MS = 1_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Test
    void times_count_from_the_intended_start() {
        Recorder recorder = new Recorder(0, LIMIT);
        recorder.sent(10 * MS, 13 * MS).ok(20 * MS);

        Recording recording = recorder.finish();

        assertThat(millis(recording, Timing.RESPONSE)).isCloseTo(10, within(0.01));
        assertThat(millis(recording, Timing.SERVICE)).isCloseTo(7, within(0.01));
        assertThat(millis(recording, Timing.LAG)).isCloseTo(3, within(0.01));
        assertThat(recording.span()).isEqualTo(Duration.ofMillis(13));
    }

    @Test
    void what_was_sent_is_ok_or_failed_or_timed_out() {
        Recorder recorder = new Recorder(0, LIMIT);
        recorder.sent(0, 0).ok(5 * MS);
        recorder.sent(0, 0).failed(Failure.status(503, "ambassador"));
        recorder.sent(0, 0).failed(Failure.status(403, "web-acl"));
        recorder.sent(0, 0).failed(Failure.status(503, "ambassador"));
        recorder.sent(0, 0).timedOut();
        recorder.sent(0, 0);
        recorder.count("variant/fraud/canary");

        Tally tally = recorder.finish().tally();

        assertThat(tally.sent()).isEqualTo(6).isEqualTo(tally.ok() + tally.failures() + tally.timedOut());
        assertThat(tally.ok()).isEqualTo(1);
        assertThat(tally.failed())
                .containsExactly(
                        Map.entry(Failure.parse("status-403@web-acl"), 1L),
                        Map.entry(Failure.parse("status-503@ambassador"), 2L));
        assertThat(tally.timedOut()).isEqualTo(2);
        assertThat(tally.counts()).containsExactly(Map.entry("variant/fraud/canary", 1L));
        assertThat(tally.failedShare()).isCloseTo(5.0 / 6, within(1e-9));
    }

    @Test
    void the_first_outcome_counts_and_no_other() {
        Recorder recorder = new Recorder(0, LIMIT);
        Exchange exchange = recorder.sent(0, 0);

        assertThat(exchange.ok(MS)).isTrue();
        assertThat(exchange.ok(MS)).isFalse();
        assertThat(exchange.failed(Failure.reset("client"))).isFalse();
        assertThat(exchange.timedOut()).isFalse();
        assertThat(recorder.finish().tally().sent()).isEqualTo(1);
    }

    @Test
    void what_is_said_after_the_end_comes_too_late() {
        Recorder recorder = new Recorder(0, LIMIT);
        Exchange exchange = recorder.sent(0, 0);
        Recording recording = recorder.finish();

        assertThat(exchange.ok(MS)).isFalse();
        exchange.longestGap(MS);
        assertThat(recording.tally().timedOut()).isEqualTo(1);
        assertThat(recording.histogram(Timing.LONGEST_GAP).getTotalCount()).isZero();
        assertThatThrownBy(() -> recorder.sent(0, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(recorder::finish).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_timeout_counts_with_the_limit_after_its_lag() {
        Recorder recorder = new Recorder(0, Duration.ofSeconds(1));
        recorder.sent(0, 500 * MS).ok(2_000 * MS);

        Recording recording = recorder.finish();

        assertThat(recording.tally().timedOut()).isEqualTo(1);
        assertThat(millis(recording, Timing.SERVICE)).isCloseTo(1_000, within(1.0));
        assertThat(millis(recording, Timing.RESPONSE)).isCloseTo(1_500, within(1.5));
    }

    @Test
    void a_stream_has_a_first_token_and_a_longest_gap() {
        Recorder recorder = new Recorder(0, LIMIT);
        Exchange exchange = recorder.sent(10 * MS, 11 * MS);
        exchange.firstToken(30 * MS);
        exchange.longestGap(15 * MS);
        exchange.ok(90 * MS);

        Recording recording = recorder.finish();

        assertThat(millis(recording, Timing.FIRST_TOKEN)).isCloseTo(20, within(0.02));
        assertThat(millis(recording, Timing.LONGEST_GAP)).isCloseTo(15, within(0.02));
    }

    @Test
    void nothing_is_lost_between_threads_not_even_at_the_end() throws InterruptedException {
        Recorder recorder = new Recorder(0, LIMIT);
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            exchanges.add(recorder.sent(0, i));
        }
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int first = thread;
            threads.add(new Thread(() -> {
                for (int i = first; i < exchanges.size(); i += 3) {
                    exchanges.get(i).ok(i + MS);
                }
            }));
        }
        threads.forEach(Thread::start);
        Recording recording = recorder.finish();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(recording.tally().sent()).isEqualTo(20_000);
        assertThat(recording.histogram(Timing.RESPONSE).getTotalCount()).isEqualTo(20_000);
    }

    @Test
    void a_recording_whose_numbers_disagree_can_not_be_made() {
        Histogram one = new Histogram(Recording.DIGITS);
        one.recordValue(MS);
        Tally two = new Tally(2, new TreeMap<>(), 0, new TreeMap<>());
        Map<Timing, Histogram> times = Map.of(Timing.LAG, one, Timing.RESPONSE, one, Timing.SERVICE, one);

        assertThatThrownBy(() -> new Recording(two, times, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 times of lag for 2 requests");
        assertThatThrownBy(() -> new Tally(-1, new TreeMap<>(), 0, new TreeMap<>()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_handed_out_does_not_change_what_was_recorded() {
        Recorder recorder = new Recorder(0, LIMIT);
        recorder.sent(0, 0).ok(MS);
        Recording recording = recorder.finish();

        recording.histogram(Timing.RESPONSE).recordValue(5 * MS);

        assertThat(recording.histogram(Timing.RESPONSE).getTotalCount()).isEqualTo(1);
    }

    private static double millis(Recording recording, Timing timing) {
        return recording.histogram(timing).getMaxValue() / 1e6;
    }
}

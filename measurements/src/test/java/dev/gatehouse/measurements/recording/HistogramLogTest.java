package dev.gatehouse.measurements.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.measurements.schedule.Draws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramLogTest {
    @Test
    void what_is_written_is_read_back_bucket_for_bucket() {
        Recording recording = recorded(1, 0, 1);

        Map<Timing, Histogram> read = HistogramLog.read(HistogramLog.write(recording));

        assertThat(read.keySet()).containsExactly(Timing.RESPONSE, Timing.SERVICE, Timing.LAG);
        read.forEach(
                (timing, histogram) -> assertThat(histogram).as(timing.word()).isEqualTo(recording.histogram(timing)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void parts_merged_are_the_whole_bucket_for_bucket(int parts) {
        Recording whole = recorded(7, 0, 1);
        List<Recording> read = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            Recording recording = recorded(7, part, parts);
            read.add(new Recording(
                    recording.tally(), HistogramLog.read(HistogramLog.write(recording)), recording.span()));
        }

        Recording merged = Recording.merged(read);

        assertThat(merged.tally()).isEqualTo(whole.tally());
        assertThat(merged.span()).isEqualTo(whole.span());
        for (Timing timing : Timing.values()) {
            assertThat(merged.histogram(timing)).as(timing.word()).isEqualTo(whole.histogram(timing));
        }
    }

    @Test
    void it_is_a_log_that_other_tools_read() {
        assertThat(new String(HistogramLog.write(recorded(1, 0, 1)), UTF_8)
                        .lines()
                        .toList())
                .startsWith("#[Gatehouse; values in nanoseconds]", "#[Histogram log format version 1.3]")
                .anyMatch(line -> line.startsWith("Tag=response,"));
    }

    @Test
    void what_is_no_log_of_ours_is_refused() {
        String foreign = new String(HistogramLog.write(recorded(1, 0, 1)), UTF_8).replace("Tag=lag", "Tag=leg");

        assertThatThrownBy(() -> HistogramLog.read(foreign.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'leg'");
        assertThat(HistogramLog.read("# nothing\n".getBytes(UTF_8))).isEmpty();
    }

    private static Recording recorded(long seed, int part, int parts) {
        UniformRandomProvider draws = Draws.of(seed, "test");
        Recorder recorder = new Recorder(0, Duration.ofSeconds(30));
        for (int i = 0; i < 5_000; i++) {
            long intended = i * 5_000_000L;
            long sent = intended + draws.nextLong(100_000);
            long done = sent + (long) (1e6 / (0.001 + draws.nextDouble()));
            boolean fails = draws.nextInt(50) == 0;
            if (i % parts != part) {
                continue;
            }
            Exchange exchange = recorder.sent(intended, sent);
            recorder.count("variant/" + i % 3);
            if (fails) {
                exchange.failed(Failure.status(500 + i % 4, "ambassador"));
            } else {
                exchange.ok(done);
            }
        }
        return recorder.finish();
    }
}

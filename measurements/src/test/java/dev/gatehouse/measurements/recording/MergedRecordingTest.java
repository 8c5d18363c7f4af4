package dev.gatehouse.measurements.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.measurements.schedule.Draws;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random requests, recorded together and by random parts. */
class MergedRecordingTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_merged_parts_are_what_was_recorded_together_in_any_order(long seed) {
        UniformRandomProvider draws = Draws.of(seed, "merged recordings");
        Recorder together = new Recorder(0, LIMIT);
        List<Recorder> recorders = new ArrayList<>();
        for (int part = draws.nextInt(1, 6); part > 0; part--) {
            recorders.add(new Recorder(0, LIMIT));
        }
        for (int request = draws.nextInt(0, 400); request > 0; request--) {
            Recorder part = recorders.get(draws.nextInt(recorders.size()));
            long intended = draws.nextLong(10_000_000_000L);
            long sent = intended + draws.nextLong(1L << draws.nextInt(1, 34));
            long took = draws.nextLong(1L << draws.nextInt(1, 42));
            int outcome = draws.nextInt(10);
            for (Recorder recorder : List.of(together, part)) {
                end(recorder.sent(intended, sent), outcome, sent + took);
                recorder.count("variant/" + outcome % 3);
            }
        }
        Map<String, Object> whole = facts(together.finish());
        List<Recording> parts =
                new ArrayList<>(recorders.stream().map(Recorder::finish).toList());

        for (int turn = 0; turn < parts.size(); turn++) {
            assertThat(facts(Recording.merged(parts))).isEqualTo(whole);
            assertThat(facts(Recording.merged(
                            List.of(Recording.merged(parts.subList(0, turn)), Recording.merged(rest(parts, turn))))))
                    .as("merged in two steps")
                    .isEqualTo(whole);
            Collections.rotate(parts, 1);
        }
        Collections.reverse(parts);
        assertThat(facts(Recording.merged(parts))).isEqualTo(whole);
    }

    private static List<Recording> rest(List<Recording> parts, int from) {
        return parts.subList(from, parts.size());
    }

    private static void end(Exchange exchange, int outcome, long done) {
        switch (outcome) {
            case 0 -> exchange.failed(Failure.status(503, "ambassador"));
            case 1 -> exchange.failed(Failure.status(403, "web-acl"));
            case 2 -> exchange.timedOut();
            default -> exchange.ok(done);
        }
    }

    /** All that a recording says, bucket by bucket. */
    private static Map<String, Object> facts(Recording recording) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("tally", recording.tally());
        facts.put("span", recording.span());
        for (Timing timing : Timing.values()) {
            Map<Long, Long> buckets = new TreeMap<>();
            recording
                    .histogram(timing)
                    .recordedValues()
                    .forEach(bucket -> buckets.put(bucket.getValueIteratedTo(), bucket.getCountAtValueIteratedTo()));
            facts.put(timing.word(), buckets);
        }
        return facts;
    }
}

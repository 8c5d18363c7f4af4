package dev.gatehouse.ambassador.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.spec.Answers;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.Retry;
import dev.gatehouse.model.topology.Seam;
import dev.gatehouse.testing.Specs;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** By hand: fraud answers within 800 ms, 99 of 100 times within 80 ms. */
class TimeoutsTest {
    private static final Seam SEAM =
            Generated.of("nlb-ambassador", Specs.riskModels()).topology().seam();

    @Test
    void a_try_leaves_time_for_one_more_at_p99() {
        assertThat(retry("5xx", 1, Optional.of(Duration.ofMillis(80)))).containsEntry("per_try_timeout", "0.72s");
    }

    @Test
    void tries_share_the_time_where_p99_is_unknown() {
        assertThat(retry("gateway-error", 1, Optional.empty())).containsEntry("per_try_timeout", "0.4s");
        assertThat(retry("5xx", 3, Optional.empty())).containsEntry("per_try_timeout", "0.2s");
    }

    @Test
    void a_slow_p99_leaves_no_try_less_than_its_equal_part() {
        assertThat(retry("5xx", 1, Optional.of(Duration.ofMillis(790)))).containsEntry("per_try_timeout", "0.4s");
    }

    @Test
    void where_only_connecting_is_tried_again_an_answer_under_way_is_not_cut_short() {
        assertThat(retry("connect-failure", 1, Optional.of(Duration.ofMillis(80))))
                .doesNotContainKey("per_try_timeout");
        assertThat(fields("connect-failure", 1, Optional.empty())).containsEntry("connect_timeout_ms", 200L);
    }

    @Test
    void a_stream_is_never_tried_again() {
        Model assistant = Specs.riskModels().model("assistant").orElseThrow();

        assertThat(Timeouts.of(retried(assistant, new Retry("5xx", 1)), SEAM).values())
                .doesNotContainKey("retry_policy")
                .containsEntry("timeout_ms", 120_000L)
                .containsEntry("idle_timeout_ms", 16_000L);
    }

    private static Map<String, Object> retry(String on, int times, Optional<Duration> p99) {
        Map<String, Object> policy = new LinkedHashMap<>();
        Generated.below(fields(on, times, p99), "retry_policy")
                .forEach((key, value) -> policy.put(String.valueOf(key), value));
        return policy;
    }

    private static Map<String, Object> fields(String on, int times, Optional<Duration> p99) {
        Model fraud = Specs.riskModels().model("fraud").orElseThrow();
        Model answering = new Model(
                fraud.name(),
                fraud.service(),
                fraud.path(),
                fraud.entries(),
                fraud.protocol(),
                fraud.headers(),
                Optional.of(new Answers(p99, fraud.atMost())),
                fraud.stream(),
                fraud.load(),
                fraud.canary(),
                fraud.shadow(),
                Optional.of(new Retry(on, times)));
        return Timeouts.of(answering, SEAM).values();
    }

    private static Model retried(Model model, Retry retry) {
        return new Model(
                model.name(),
                model.service(),
                model.path(),
                model.entries(),
                model.protocol(),
                model.headers(),
                model.answers(),
                model.stream(),
                model.load(),
                model.canary(),
                model.shadow(),
                Optional.of(retry));
    }
}

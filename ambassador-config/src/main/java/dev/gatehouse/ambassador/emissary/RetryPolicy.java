package dev.gatehouse.ambassador.emissary;

import dev.gatehouse.ambassador.route.Retry;
import java.util.Set;

/** The {@code retry_policy} block. */
final class RetryPolicy {
    private static final Set<String> CONDITIONS = Set.of(
            "5xx", "gateway-error", "connect-failure", "retriable-4xx", "refused-stream", "retriable-status-codes");

    private RetryPolicy() {}

    static boolean valid(Attributes block) {
        return CONDITIONS.contains(block.text("retry_on"));
    }

    static Retry of(Attributes block) {
        if (block.values().isEmpty()) {
            return new Retry.Never();
        }
        return new Retry.On(
                block.text("retry_on"),
                block.number("num_retries").map(Rounding::whole).orElse(-1),
                block.text("per_try_timeout"));
    }
}

package dev.gatehouse.ambassador.route;

import java.util.Map;

/**
 * How much may be under way to an upstream at once.
 *
 * @param priority {@code default} or {@code high}: whose requests it counts
 * @param limits the limits that were written: {@code max_connections}, {@code max_pending_requests},
 *     {@code max_requests}, {@code max_retries}
 */
public record CircuitBreaker(String priority, Map<String, Long> limits) {
    /** Copies {@code limits}. */
    public CircuitBreaker {
        limits = Map.copyOf(limits);
    }
}

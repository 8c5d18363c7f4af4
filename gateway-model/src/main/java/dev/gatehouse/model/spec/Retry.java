package dev.gatehouse.model.spec;

import java.util.List;

/**
 * What may be tried again.
 *
 * @param on {@code 5xx}, {@code gateway-error}, {@code connect-failure}, {@code retriable-4xx} or
 *     {@code refused-stream}
 * @param times how often, 1 or more
 */
public record Retry(String on, int times) {
    static final List<String> WORDS =
            List.of("5xx", "gateway-error", "connect-failure", "retriable-4xx", "refused-stream");
}

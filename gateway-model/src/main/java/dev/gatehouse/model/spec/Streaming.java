package dev.gatehouse.model.spec;

import java.time.Duration;
import java.util.Optional;

/**
 * How a model streams: three numbers that three different limits of hops bound.
 *
 * @param firstToken the longest wait for the first byte
 * @param longestGap the longest silence after it
 * @param atMost the longest whole answer
 */
public record Streaming(Optional<Duration> firstToken, Duration longestGap, Optional<Duration> atMost) {}

package dev.gatehouse.model.spec;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a model takes.
 *
 * @param p99 the model's own time that 99 of 100 answers stay within
 * @param atMost the longest that a caller may wait for the whole answer
 */
public record Answers(Optional<Duration> p99, Optional<Duration> atMost) {}

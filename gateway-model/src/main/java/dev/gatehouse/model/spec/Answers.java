package dev.gatehouse.model.spec;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a model takes.
 *
 * @param p99 the model's own time that 99 of 100 answers stay within
 * @param atMost the longest that a caller may wait for the whole answer
 */
public record Answers(Optional<Duration> p99, Optional<Duration> atMost) {
    /** The same bound, with the model's own time. */
    public Answers withP99(Duration time) {
        return new Answers(Optional.of(time), atMost);
    }
}

package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.route.Retry;
import dev.gatehouse.model.unit.Durations;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** How often a request may be tried again, and after what. For one request. */
final class Tries {
    private static final long FIRST_WAIT = 25;
    private static final long LONGEST_WAIT = 250;

    private final Set<String> conditions;
    private final Duration perTry;
    private int left;
    private int done;

    Tries(Retry retry) {
        if (retry instanceof Retry.On on) {
            conditions = Arrays.stream(on.condition().split(",", -1))
                    .map(String::strip)
                    .collect(Collectors.toSet());
            left = on.times() < 0 ? 1 : on.times();
            perTry = on.perTry().isEmpty() ? Duration.ZERO : seconds(on.perTry());
        } else {
            conditions = Set.of();
            left = 0;
            perTry = Duration.ZERO;
        }
    }

    /** As Envoy writes durations, {@code 1.5s}, or as Go does; nothing where it is neither. */
    private static Duration seconds(String text) {
        try {
            return Durations.parse(text.replaceFirst("([0-9])([a-z])", "$1 $2"));
        } catch (IllegalArgumentException e) {
            return Duration.ZERO;
        }
    }

    /** How long one try may take; zero for as long as all together. */
    Duration perTry() {
        return perTry;
    }

    /** Whether a body must be kept for another try after it has been sent. */
    boolean keepsBody() {
        return left > 0 && !Set.of("connect-failure").containsAll(conditions);
    }

    /** Whether an answer with that status is worth another try. */
    boolean wants(int status) {
        return left > 0
                && ((status >= 500 && conditions.contains("5xx"))
                        || (status >= 502 && status <= 504 && conditions.contains("gateway-error"))
                        || (status == 409 && conditions.contains("retriable-4xx")));
    }

    /** Whether a connection that could not be made is. */
    boolean wantsAfterConnectFailure() {
        return left > 0 && (conditions.contains("connect-failure") || wantsAfterReset());
    }

    /** Whether a connection that ended, or a try that took too long, is. */
    boolean wantsAfterReset() {
        return left > 0
                && (conditions.contains("5xx") || conditions.contains("gateway-error") || conditions.contains("reset"));
    }

    /** Uses one up: how many milliseconds to wait before it. */
    long next() {
        left--;
        long most = Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(done++, 4));
        return ThreadLocalRandom.current().nextLong(most);
    }
}

package dev.gatehouse.lab.ingress;

import dev.gatehouse.ambassador.route.CircuitBreaker;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** How much is under way to an upstream, and how much may be, for one priority. Thread-safe. */
final class Breaker {
    private static final long MANY = 1_024;
    private static final long RETRIES = 3;

    /** Something that is counted. */
    static final class Count {
        private final AtomicInteger now = new AtomicInteger();
        private final long most;

        Count(long most) {
            this.most = most;
        }

        /** Counts one more unless there are as many as may be. */
        boolean enter() {
            if (now.incrementAndGet() <= most) {
                return true;
            }
            now.decrementAndGet();
            return false;
        }

        /** Counts one more whatever may be. */
        void force() {
            now.incrementAndGet();
        }

        void leave() {
            now.decrementAndGet();
        }

        int now() {
            return now.get();
        }
    }

    final Count connections;
    final Count pending;
    final Count requests;
    final Count retries;

    private Breaker(CircuitBreaker written) {
        connections = new Count(written.limits().getOrDefault("max_connections", MANY));
        pending = new Count(written.limits().getOrDefault("max_pending_requests", MANY));
        requests = new Count(written.limits().getOrDefault("max_requests", MANY));
        retries = new Count(written.limits().getOrDefault("max_retries", RETRIES));
    }

    /** The one for a priority, {@code default} or {@code high}; with Envoy's limits where none are written. */
    static Breaker of(List<CircuitBreaker> written, String priority) {
        return new Breaker(written.stream()
                .filter(breaker -> breaker.priority().equalsIgnoreCase(priority))
                .findFirst()
                .orElse(new CircuitBreaker(priority, java.util.Map.of())));
    }
}

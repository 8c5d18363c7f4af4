package dev.gatehouse.lab.side;

import dev.gatehouse.lab.http.Proto;
import dev.gatehouse.lab.net.Pace;
import dev.gatehouse.model.spec.Entry;
import dev.gatehouse.model.spec.Plan;
import dev.gatehouse.model.spec.PlatformSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Says whether a request comes too often (v3): a bucket for each consumer of each entry, filled as the entry's plan
 * says. Where nobody is named, the client's address counts; where somebody is, it does not, or all who share an address
 * would share a plan. A consumer has the first plan that names its entry, else the default one. Thread-safe.
 */
final class Limiter {
    static final String METHOD = "/envoy.service.ratelimit.v3.RateLimitService/ShouldRateLimit";

    private static final int OK = 1;
    private static final int OVER_LIMIT = 2;

    private final PlatformSpec spec;
    private final Pace pace;
    private final UnaryOperator<Plan> held;
    private final Map<String, AtomicLong> fullAt = new ConcurrentHashMap<>();

    /**
     * One with full buckets.
     *
     * @param held a plan as it holds here
     */
    Limiter(PlatformSpec spec, Pace pace, UnaryOperator<Plan> held) {
        this.spec = spec;
        this.pace = pace;
        this.held = held;
    }

    Proto shouldRateLimit(Proto question) {
        List<Map<String, String>> descriptors =
                question.messages(2).stream().map(Limiter::entries).toList();
        Map<String, String> counted = descriptors.stream()
                .filter(each -> each.containsKey("consumer"))
                .findFirst()
                .or(() -> descriptors.stream().findFirst())
                .orElse(Map.of());
        boolean allowed = plan(counted.getOrDefault("entry", ""))
                .map(plan -> take(counted.toString(), held.apply(plan), pace.now()))
                .orElse(true);
        return new Proto().number(1, allowed ? OK : OVER_LIMIT);
    }

    private static Map<String, String> entries(Proto descriptor) {
        Map<String, String> entries = new HashMap<>();
        descriptor.messages(1).forEach(entry -> entries.put(entry.text(1), entry.text(2)));
        return entries;
    }

    private Optional<Plan> plan(String name) {
        Optional<Entry> entry =
                spec.entries().stream().filter(each -> each.name().equals(name)).findFirst();
        List<Plan> plans = entry.map(spec.consumers()::plans).orElse(List.of());
        return plans.stream()
                .filter(plan -> plan.entries().contains(name))
                .findFirst()
                .or(() -> plans.stream().filter(Plan::isDefault).findFirst())
                .or(() -> plans.stream().findFirst());
    }

    /** A bucket is told by when it will be full again: one token moves that by one interval. */
    private boolean take(String key, Plan plan, long now) {
        long interval = Math.round(1e9 / plan.rate().perSecond().doubleValue());
        long capacity = interval * plan.burst();
        AtomicLong full = fullAt.computeIfAbsent(key, unknown -> new AtomicLong(now));
        while (true) {
            long before = full.get();
            long after = Math.max(before, now) + interval;
            if (after - now > capacity) {
                return false;
            }
            if (full.compareAndSet(before, after)) {
                return true;
            }
        }
    }
}

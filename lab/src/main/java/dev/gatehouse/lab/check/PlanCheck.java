package dev.gatehouse.lab.check;

import dev.gatehouse.lab.net.Pace;
import dev.gatehouse.lab.stage.Asked;
import dev.gatehouse.lab.stage.Check;
import dev.gatehouse.lab.stage.Reason;
import dev.gatehouse.lab.stage.Refusal;
import dev.gatehouse.model.spec.Identity;
import dev.gatehouse.model.spec.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Usage plans: each consumer may call as much as its plan says. Where consumers show API keys, the key says which plan;
 * else a function hands the consumer on, and the entry's default plan holds. Thread-safe.
 */
public final class PlanCheck implements Check {
    private final String hop;
    private final Pace pace;
    private final Optional<Identity> identity;
    private final Map<String, Plan> byKey;
    private final Optional<Plan> usual;
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    private PlanCheck(
            String hop, Pace pace, Optional<Identity> identity, Map<String, Plan> byKey, Optional<Plan> usual) {
        this.hop = hop;
        this.pace = pace;
        this.identity = identity;
        this.byKey = byKey;
        this.usual = usual;
    }

    /**
     * The plans of an entry.
     *
     * @param hop the kind of the hop that keeps them
     * @param identity what tells consumers apart; empty or an API key: the keys do
     * @param plans the entry's plans
     * @param keys plan name to the key that is in it
     */
    public static PlanCheck of(
            String hop, Pace pace, Optional<Identity> identity, List<Plan> plans, Map<String, String> keys) {
        Map<String, Plan> byKey = new LinkedHashMap<>();
        plans.forEach(plan -> {
            String key = keys.get(plan.name());
            if (key != null) {
                byKey.put(key, plan);
            }
        });
        Optional<Plan> usual = plans.stream()
                .filter(Plan::isDefault)
                .findFirst()
                .or(() -> plans.stream().findFirst());
        return new PlanCheck(hop, pace, identity, byKey, usual);
    }

    @Override
    public Optional<Refusal> judge(Asked request) {
        boolean byKeys = identity.map(each -> each.by() == Identity.By.API_KEY).orElse(true);
        Optional<String> consumer =
                byKeys ? Optional.ofNullable(request.headers().get("x-api-key")) : ConsumerName.of(request, identity);
        Optional<Plan> plan = byKeys ? consumer.map(byKey::get) : consumer.flatMap(known -> usual);
        if (plan.isEmpty()) {
            return Optional.of(new Refusal(403, hop, Reason.API_KEY, "Forbidden"));
        }
        TokenBucket bucket = buckets.computeIfAbsent(
                consumer.orElse(""),
                key -> new TokenBucket(
                        plan.get().rate().perSecond().doubleValue(), plan.get().burst(), pace.now()));
        return bucket.take(pace.now())
                ? Optional.empty()
                : Optional.of(new Refusal(429, hop, Reason.RATE_LIMIT, "Too Many Requests"));
    }
}

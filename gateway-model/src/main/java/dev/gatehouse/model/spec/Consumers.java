package dev.gatehouse.model.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who calls, and how much each may.
 *
 * @param identity entry name to what "per consumer" counts by there
 * @param plans the rates that consumers have
 */
public record Consumers(Map<String, Identity> identity, List<Plan> plans) {
    /** No identities and no plans. */
    public static final Consumers NONE = new Consumers(Map.of(), List.of());

    /** Copies both, in their order. */
    public Consumers {
        identity = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(identity));
        plans = List.copyOf(plans);
    }

    /** What "per consumer" counts by on an entry, if the spec says. */
    public Optional<Identity> identity(Entry entry) {
        return Optional.ofNullable(identity.get(entry.name()));
    }

    /** The plans of an entry: those that name it, and those that name none. */
    public List<Plan> plans(Entry entry) {
        return plans.stream()
                .filter(plan -> plan.entries().isEmpty() || plan.entries().contains(entry.name()))
                .toList();
    }
}

package dev.gatehouse.model.spec;

import dev.gatehouse.model.unit.Rate;
import java.util.List;

/**
 * How much a consumer may call.
 *
 * @param name its key in the spec
 * @param entries where it holds; empty: everywhere
 * @param isDefault whether it holds for consumers that have no other
 * @param rate sustained requests
 * @param burst requests at once, 1 or more
 */
public record Plan(String name, List<String> entries, boolean isDefault, Rate rate, int burst) {
    /** Copies {@code entries}. */
    public Plan {
        entries = List.copyOf(entries);
    }

    /** The same plan on these entries only. */
    public Plan withEntries(String... names) {
        return new Plan(name, List.of(names), isDefault, rate, burst);
    }

    /** The same plan for consumers that have no other. */
    public Plan asDefault() {
        return new Plan(name, entries, true, rate, burst);
    }
}

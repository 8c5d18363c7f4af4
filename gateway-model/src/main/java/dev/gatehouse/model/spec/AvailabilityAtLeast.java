package dev.gatehouse.model.spec;

import dev.gatehouse.model.unit.Share;

/**
 * The path's published service levels multiply to at least this.
 *
 * @param scope where it holds
 * @param atLeast such as 99.9 %
 */
public record AvailabilityAtLeast(Scope scope, Share atLeast) implements Requirement {
    @Override
    public String word() {
        return "availability";
    }
}

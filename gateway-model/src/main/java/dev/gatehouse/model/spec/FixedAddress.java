package dev.gatehouse.model.spec;

/**
 * Callers can allow-list the addresses that they call.
 *
 * @param scope where it holds
 */
public record FixedAddress(Scope scope) implements Requirement {
    @Override
    public String word() {
        return "fixed-address";
    }
}

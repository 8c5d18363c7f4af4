package dev.gatehouse.model.fact;

/**
 * Somebody supposes it.
 *
 * @param why on what grounds
 */
public record Assumed(String why) implements Evidence {
    @Override
    public Kind kind() {
        return Kind.ASSUMED;
    }

    @Override
    public String described() {
        return "assumed: " + why;
    }
}

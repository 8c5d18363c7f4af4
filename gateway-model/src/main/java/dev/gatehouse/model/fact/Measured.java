package dev.gatehouse.model.fact;

/**
 * A run of one's own showed it.
 *
 * @param run the run's id
 */
public record Measured(String run) implements Evidence {
    @Override
    public Kind kind() {
        return Kind.MEASURED;
    }

    @Override
    public String described() {
        return "measured, run " + run;
    }
}

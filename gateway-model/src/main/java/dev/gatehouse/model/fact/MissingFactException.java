package dev.gatehouse.model.fact;

import java.time.LocalDate;

/**
 * A question needs a fact that no sheet has on the day in question. Add it to the component's sheet, or to one's own.
 */
public final class MissingFactException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FactId id;

    MissingFactException(FactId id, LocalDate day, String where) {
        super("no fact " + id + where + " on " + day);
        this.id = id;
    }

    /** The fact that was asked for. */
    public FactId id() {
        return id;
    }
}

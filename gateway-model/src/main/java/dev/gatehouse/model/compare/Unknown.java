package dev.gatehouse.model.compare;

/**
 * Something that can't be answered yet.
 *
 * @param missing what is missing for an answer, one line
 */
public record Unknown(String missing) implements Outcome {
    @Override
    public State state() {
        return State.UNKNOWN;
    }
}

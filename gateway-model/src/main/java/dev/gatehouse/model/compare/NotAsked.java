package dev.gatehouse.model.compare;

/** Something that the spec does not ask for. */
public record NotAsked() implements Outcome {
    @Override
    public State state() {
        return State.NOT_ASKED;
    }
}

package dev.gatehouse.model.compare;

/** What a cell says. */
public sealed interface Outcome permits Kept, Broken, Unknown, NotAsked {
    /** What it comes to. */
    State state();
}

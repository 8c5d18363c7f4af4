package dev.gatehouse.lab.stage;

/**
 * An answer that a stage gives by itself.
 *
 * @param status the HTTP status
 * @param hop the kind of the hop that refuses: the stage's own, or what is attached to it
 * @param reason why, for counts and for {@code x-gatehouse-reason}
 * @param text what the client reads
 */
public record Refusal(int status, String hop, Reason reason, String text) implements Routing {}

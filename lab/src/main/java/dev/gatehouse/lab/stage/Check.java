package dev.gatehouse.lab.stage;

import io.netty.buffer.ByteBuf;
import java.util.Optional;

/** What a stage, or what is attached to it, asks of a request. Thread-safe, and quick: it is asked on the loop. */
public interface Check {
    /** Judges the head; empty: nothing against it. */
    Optional<Refusal> judge(Asked request);

    /** How many bytes of the body it must see before anything is sent; 0: none. */
    default int inspects(Asked request) {
        return 0;
    }

    /**
     * Judges the beginning of the body.
     *
     * @param seen at most {@link #inspects} bytes; not to be kept
     * @param whole whether this is all of it
     */
    default Optional<Refusal> judge(Asked request, ByteBuf seen, boolean whole) {
        return Optional.empty();
    }
}

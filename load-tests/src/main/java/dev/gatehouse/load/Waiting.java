package dev.gatehouse.load;

import java.io.InterruptedIOException;
import java.time.Duration;

/** Waits between two looks at something that tells nobody when it changes. */
final class Waiting {
    private Waiting() {}

    /**
     * Lets time pass.
     *
     * @throws InterruptedIOException if the thread is told to end
     */
    static void rest(Duration time) throws InterruptedIOException {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("ended while waiting");
        }
    }
}

package dev.gatehouse.measurements.recording;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One request between its first byte and its outcome. It has exactly one outcome: the first that is said, or a timeout
 * if none was said when the recorder finished. Safe for several threads.
 */
public final class Exchange {
    private final Recorder recorder;
    private final long intendedNanos;
    private final long sentNanos;
    private final AtomicBoolean open = new AtomicBoolean(true);

    Exchange(Recorder recorder, long intendedNanos, long sentNanos) {
        this.recorder = recorder;
        this.intendedNanos = intendedNanos;
        this.sentNanos = sentNanos;
    }

    /**
     * The answer that was asked for is complete. If that took longer than the limit, the request timed out.
     *
     * @param doneNanos on the clock of the recorder
     * @return whether this was the outcome; false if there was one already
     */
    public boolean ok(long doneNanos) {
        return doneNanos - sentNanos > recorder.limitNanos() ? timedOut() : recorder.ok(this, doneNanos);
    }

    /** There is no proper answer, and this is why. Returns whether this was the outcome. */
    public boolean failed(Failure failure) {
        return recorder.failed(this, failure);
    }

    /** There was no answer within the limit. Returns whether this was the outcome. */
    public boolean timedOut() {
        return recorder.timedOut(this);
    }

    /** The first piece of a streamed answer came. To be said before the outcome. */
    public void firstToken(long atNanos) {
        recorder.time(this, Timing.FIRST_TOKEN, atNanos - intendedNanos);
    }

    /** The longest silence between two pieces of a streamed answer. To be said before the outcome. */
    public void longestGap(long nanos) {
        recorder.time(this, Timing.LONGEST_GAP, nanos);
    }

    long intendedNanos() {
        return intendedNanos;
    }

    long sentNanos() {
        return sentNanos;
    }

    boolean isOpen() {
        return open.get();
    }

    /** Whether this call ended it. */
    boolean close() {
        return open.compareAndSet(true, false);
    }
}

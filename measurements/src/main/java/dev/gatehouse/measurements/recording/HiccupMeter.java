package dev.gatehouse.measurements.recording;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Notices pauses of the whole process: a thread that asks to be woken every millisecond, and counts how much later it
 * was. One thread, from {@link #start} until {@link #stop}.
 */
public final class HiccupMeter {
    /** What is shorter is no pause but the system's timer. */
    static final long SHORTEST_NANOS = 1_000_000;

    private static final long TICK_NANOS = 1_000_000;

    /** Waits about so many nanoseconds. */
    interface Nap {
        void nanos(long nanos);
    }

    private final LongSupplier clock;
    private final Nap nap;
    private final Thread thread;
    private volatile boolean stopped;
    private Pauses seen = Pauses.NONE;

    HiccupMeter(LongSupplier clock, Nap nap) {
        this.clock = clock;
        this.nap = nap;
        this.thread = new Thread(this::run, "gatehouse-hiccups");
        this.thread.setDaemon(true);
    }

    /** A meter that runs. */
    public static HiccupMeter start() {
        HiccupMeter meter = new HiccupMeter(System::nanoTime, LockSupport::parkNanos);
        meter.thread.start();
        return meter;
    }

    /**
     * Ends the thread, waits for its end, and says what it saw.
     *
     * @throws IllegalStateException if the caller is interrupted while it waits
     */
    public Pauses stop() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the hiccup meter ended", e);
        }
        return seen;
    }

    private void run() {
        while (!stopped) {
            tick();
        }
    }

    /** One nap, and what it took longer than it should. */
    Pauses tick() {
        long before = clock.getAsLong();
        nap.nanos(TICK_NANOS);
        seen = seen.with(clock.getAsLong() - before - TICK_NANOS);
        return seen;
    }
}

package dev.gatehouse.load;

import java.util.PriorityQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Lets go of what waits for its moment, as closely as its {@link Precision} says. Safe for several threads.
 *
 * <p>Timers of event loops are late by a millisecond or more, ten times what a hop on loopback adds. One thread sleeps
 * until shortly before the next moment and then watches the clock.
 */
final class Metronome implements AutoCloseable {
    private static final long LONGEST_NAP_NANOS = 1_000_000;

    private record Waiting(long dueNanos, long number, Runnable what) implements Comparable<Waiting> {
        @Override
        public int compareTo(Waiting other) {
            int order = Long.signum(dueNanos - other.dueNanos);
            return order != 0 ? order : Long.compare(number, other.number);
        }
    }

    private final Precision precision;
    private final LongSupplier clock;
    private final PriorityQueue<Waiting> queue = new PriorityQueue<>();
    private final Thread thread;
    private long added;
    private volatile boolean closed;

    private Metronome(Precision precision, LongSupplier clock) {
        this.precision = precision;
        this.clock = clock;
        this.thread = new Thread(this::run, "gatehouse-metronome");
        this.thread.setDaemon(true);
    }

    /** One that runs until it is closed. */
    static Metronome start(Precision precision) {
        Metronome metronome = new Metronome(precision, System::nanoTime);
        metronome.thread.start();
        return metronome;
    }

    /** How closely it keeps moments. */
    Precision precision() {
        return precision;
    }

    /**
     * Does something at a moment, or at once if it has passed. What is done is short: it delays what comes next.
     *
     * @param dueNanos on the clock of {@link System#nanoTime}
     */
    void at(long dueNanos, Runnable what) {
        synchronized (queue) {
            queue.add(new Waiting(dueNanos, added++, what));
        }
        LockSupport.unpark(thread);
    }

    /** Ends the thread and waits for its end; what still waits is never done. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            Waiting next = due();
            if (next != null) {
                next.what().run();
            }
        }
    }

    /** The first thing whose moment has come, after a short wait at most. */
    private @org.jspecify.annotations.Nullable Waiting due() {
        long left;
        synchronized (queue) {
            Waiting first = queue.peek();
            left = first == null ? Long.MAX_VALUE : first.dueNanos() - clock.getAsLong();
            if (first != null && left <= 0) {
                return queue.poll();
            }
        }
        if (left > precision.watchedNanos()) {
            LockSupport.parkNanos(this, Math.min(left - precision.watchedNanos(), LONGEST_NAP_NANOS));
        } else {
            Thread.onSpinWait();
        }
        return null;
    }
}

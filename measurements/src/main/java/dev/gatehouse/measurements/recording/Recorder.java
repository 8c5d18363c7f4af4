package dev.gatehouse.measurements.recording;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Records one run of one contestant.
 *
 * <pre>{@code
 * Recorder recorder = new Recorder(start, Duration.ofSeconds(30));
 * Exchange exchange = recorder.sent(start + arrival.atNanos(), System.nanoTime());
 * exchange.ok(System.nanoTime());
 * Recording recording = recorder.finish();
 * }</pre>
 *
 * <p>All times are nanoseconds of one clock that only goes forward, such as {@link System#nanoTime}. Safe for any
 * number of threads; recording takes well under a microsecond and waits for nobody, but for the moment in which
 * {@link #finish} closes it.
 */
public final class Recorder {
    private final long startNanos;
    private final long limitNanos;
    private final Map<Timing, Histogram> histograms = new ConcurrentHashMap<>();
    private final LongAdder ok = new LongAdder();
    private final LongAdder timedOut = new LongAdder();
    private final Map<Failure, LongAdder> failed = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    private final Set<Exchange> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong lastSentNanos;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean finished;

    /**
     * Begins to record.
     *
     * @param startNanos when the schedule starts
     * @param limit how long an answer may take from the moment its request was sent: what takes longer has timed out
     */
    public Recorder(long startNanos, Duration limit) {
        this.startNanos = startNanos;
        this.limitNanos = limit.toNanos();
        this.lastSentNanos = new AtomicLong(startNanos);
    }

    /**
     * A request leaves. From here on it is counted, whatever happens.
     *
     * @param intendedNanos when the schedule wanted it to leave
     * @param sentNanos when it did
     * @throws IllegalStateException after {@link #finish}
     */
    public Exchange sent(long intendedNanos, long sentNanos) {
        Exchange exchange = new Exchange(this, intendedNanos, sentNanos);
        lock.readLock().lock();
        try {
            if (finished) {
                throw new IllegalStateException("a request was sent after the recorder had finished");
            }
            open.add(exchange);
            record(Timing.LAG, sentNanos - intendedNanos);
            lastSentNanos.accumulateAndGet(sentNanos, Math::max);
        } finally {
            lock.readLock().unlock();
        }
        return exchange;
    }

    /** Counts something about the requests that is no outcome, such as {@code variant/fraud/canary}. */
    public void count(String what) {
        counts.computeIfAbsent(what, none -> new LongAdder()).increment();
    }

    /** How many requests have no outcome yet. */
    public int open() {
        return open.size();
    }

    /**
     * Ends the recording: requests without an outcome have timed out, and what is said of them later is ignored.
     *
     * @throws IllegalStateException the second time
     */
    public Recording finish() {
        lock.writeLock().lock();
        try {
            if (finished) {
                throw new IllegalStateException("a recorder finishes once");
            }
            finished = true;
            Set.copyOf(open).forEach(Exchange::timedOut);
            Map<Failure, Long> failures = new TreeMap<>();
            failed.forEach((failure, count) -> failures.put(failure, count.sum()));
            Map<String, Long> counted = new TreeMap<>();
            counts.forEach((what, count) -> counted.put(what, count.sum()));
            Tally tally = new Tally(ok.sum(), new TreeMap<>(failures), timedOut.sum(), new TreeMap<>(counted));
            return new Recording(tally, histograms, Duration.ofNanos(lastSentNanos.get() - startNanos));
        } finally {
            lock.writeLock().unlock();
        }
    }

    long limitNanos() {
        return limitNanos;
    }

    boolean ok(Exchange exchange, long doneNanos) {
        return end(exchange, () -> {
            ok.increment();
            record(Timing.RESPONSE, doneNanos - exchange.intendedNanos());
            record(Timing.SERVICE, doneNanos - exchange.sentNanos());
        });
    }

    boolean failed(Exchange exchange, Failure failure) {
        return end(
                exchange,
                () -> failed.computeIfAbsent(failure, none -> new LongAdder()).increment());
    }

    boolean timedOut(Exchange exchange) {
        return end(exchange, () -> {
            timedOut.increment();
            record(Timing.RESPONSE, exchange.sentNanos() - exchange.intendedNanos() + limitNanos);
            record(Timing.SERVICE, limitNanos);
        });
    }

    /** Records a time of an exchange that is open; of one that has ended it comes too late and is ignored. */
    void time(Exchange exchange, Timing timing, long nanos) {
        lock.readLock().lock();
        try {
            if (exchange.isOpen()) {
                record(timing, nanos);
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    /** An exchange ends and is counted in one step, so that finishing sees it either open or counted. */
    private boolean end(Exchange exchange, Runnable outcome) {
        lock.readLock().lock();
        try {
            if (!exchange.close()) {
                return false;
            }
            open.remove(exchange);
            outcome.run();
            return true;
        } finally {
            lock.readLock().unlock();
        }
    }

    private void record(Timing timing, long nanos) {
        histograms
                .computeIfAbsent(timing, none -> new ConcurrentHistogram(Recording.DIGITS))
                .recordValue(Math.max(0, nanos));
    }
}

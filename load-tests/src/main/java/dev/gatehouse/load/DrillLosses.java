package dev.gatehouse.load;

import dev.gatehouse.lab.net.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** When requests of a drill were lost, and how many are still under way. Thread-safe. */
final class DrillLosses {
    private final CountDownLatch left;
    private final List<Long> atNanos = new ArrayList<>();
    private volatile long faultNanos = Long.MAX_VALUE;

    /**
     * Nothing is lost yet.
     *
     * @param requests how many there will be
     */
    DrillLosses(int requests) {
        left = new CountDownLatch(requests);
    }

    /** The fault begins now. */
    void fault() {
        faultNanos = System.nanoTime();
    }

    /** One more request has its outcome. */
    void ended(boolean lost) {
        if (lost) {
            synchronized (atNanos) {
                atNanos.add(System.nanoTime());
            }
        }
        left.countDown();
    }

    /** Waits until every request has its outcome, or that long. */
    void await(Duration longest) throws InterruptedException {
        boolean complete = left.await(longest.toNanos(), TimeUnit.NANOSECONDS);
        if (!complete) {
            throw new IllegalStateException(left.getCount() + " requests of the drill have no outcome");
        }
    }

    /** How many were lost before the fault. */
    long early() {
        synchronized (atNanos) {
            return atNanos.stream().filter(at -> at < faultNanos).count();
        }
    }

    /** The lab's milliseconds from the fault to the first loss. */
    Optional<Long> first(Pace pace) {
        return since(pace).stream().min(Long::compare);
    }

    /** The lab's milliseconds from the fault to the last loss. */
    Optional<Long> last(Pace pace) {
        return since(pace).stream().max(Long::compare);
    }

    private List<Long> since(Pace pace) {
        synchronized (atNanos) {
            return atNanos.stream()
                    .filter(at -> at >= faultNanos)
                    .map(at -> TimeUnit.NANOSECONDS.toMillis((at - faultNanos) * pace.factor()))
                    .toList();
        }
    }
}

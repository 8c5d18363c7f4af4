package dev.gatehouse.load;

import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.recording.Recorder;
import dev.gatehouse.measurements.recording.Recording;
import dev.gatehouse.measurements.result.Run;
import dev.gatehouse.measurements.schedule.Arrival;
import dev.gatehouse.measurements.schedule.Schedule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One contestant in one round: its warm-up, which is thrown away, and the schedule. Its clock starts with its first
 * user; it ends when each of its users has. Safe for several threads.
 */
final class Turn {
    /** The attribute of a session that holds its {@link Place}. */
    static final String PLACE = "place";

    /** How far ahead of their time users are injected. */
    static final Duration LEAD = Duration.ofMillis(500);

    /** Users are injected in bunches, each for so much of the schedule. */
    static final Duration BUNCH = Duration.ofMillis(100);

    /**
     * A user's place in the turn.
     *
     * @param arrival what it asks for
     * @param dueNanos when, on the clock of {@link System#nanoTime}
     * @param recorder where it is recorded; empty while the contestant warms up
     */
    record Place(Arrival arrival, long dueNanos, Optional<Recorder> recorder) {}

    private final int round;
    private final Contestant contestant;
    private final List<Arrival> warmUp;
    private final Schedule schedule;
    private final Duration warmUpTime;
    private final Duration limit;
    private final OptionalLong earliest;
    private final Consumer<Turn> whenBegun;
    private final Consumer<Turn> whenDone;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger left;
    private volatile Optional<Started> started = Optional.empty();
    private volatile Optional<Recording> recording = Optional.empty();

    private record Started(long scheduleNanos, boolean late, Recorder recorder) {}

    /**
     * A turn that has not begun.
     *
     * @param round its round's number
     * @param schedule what is sent and recorded
     * @param warmUpTime how long its beginning is sent first and not recorded
     * @param limit how long an answer may take
     * @param earliest when it is to begin, on the clock of {@link System#nanoTime}; empty: with its first user
     * @param whenBegun told when its first user comes, on whatever thread that is
     * @param whenDone told when the last user has ended, on whatever thread that was
     */
    Turn(
            int round,
            Contestant contestant,
            Schedule schedule,
            Duration warmUpTime,
            Duration limit,
            OptionalLong earliest,
            Consumer<Turn> whenBegun,
            Consumer<Turn> whenDone) {
        this.earliest = earliest;
        this.whenBegun = whenBegun;
        this.round = round;
        this.contestant = contestant;
        this.schedule = schedule;
        this.warmUp = schedule.arrivals().stream()
                .filter(arrival -> arrival.atNanos() < warmUpTime.toNanos())
                .toList();
        this.warmUpTime = warmUpTime;
        this.limit = limit;
        this.whenDone = whenDone;
        this.left = new AtomicInteger(warmUp.size() + schedule.arrivals().size());
    }

    int round() {
        return round;
    }

    Contestant contestant() {
        return contestant;
    }

    /** {@code nlb-ambassador · round 3}: no two turns of a run have the same. */
    String title() {
        return contestant.name() + " · round " + round;
    }

    /** How many users each bunch has, from the first arrival of the warm-up on. */
    List<Integer> bunches() {
        List<Integer> bunches = new ArrayList<>();
        for (Arrival arrival : warmUp) {
            count(bunches, arrival.atNanos());
        }
        for (Arrival arrival : schedule.arrivals()) {
            count(bunches, warmUpTime.toNanos() + arrival.atNanos());
        }
        return bunches;
    }

    private static void count(List<Integer> bunches, long atNanos) {
        int bunch = (int) (atNanos / BUNCH.toNanos());
        while (bunches.size() <= bunch) {
            bunches.add(0);
        }
        bunches.set(bunch, bunches.get(bunch) + 1);
    }

    /** The next place, in order of time. The first call starts the clock. */
    Place next() {
        int number = taken.getAndIncrement();
        Started now = begin();
        if (number < warmUp.size()) {
            Arrival arrival = warmUp.get(number);
            long due = now.scheduleNanos() - warmUpTime.toNanos() + arrival.atNanos();
            return new Place(arrival, due, Optional.empty());
        }
        Arrival arrival = schedule.arrivals().get(number - warmUp.size());
        return new Place(arrival, now.scheduleNanos() + arrival.atNanos(), Optional.of(now.recorder()));
    }

    private synchronized Started begin() {
        if (started.isEmpty()) {
            whenBegun.accept(this);
            long now = System.nanoTime();
            long begin = earliest.orElse(now);
            boolean late = begin - now < 0;
            long start = (late ? now : begin) + LEAD.toNanos() + warmUpTime.toNanos();
            started = Optional.of(new Started(start, late, new Recorder(start, limit)));
        }
        return started.orElseThrow();
    }

    /** Whether its first user came after the moment at which it was to begin. */
    boolean isLate() {
        return started.map(Started::late).orElse(false);
    }

    /** One user has ended; the last one ends the turn. */
    void ended() {
        if (left.decrementAndGet() == 0) {
            recording = started.map(now -> now.recorder().finish());
            whenDone.accept(this);
        }
    }

    /**
     * What became of its requests.
     *
     * @throws IllegalStateException before it is done
     */
    Run run() {
        return new Run(
                schedule.arrivals().size(),
                recording.orElseThrow(() -> new IllegalStateException(title() + " is not done")));
    }
}

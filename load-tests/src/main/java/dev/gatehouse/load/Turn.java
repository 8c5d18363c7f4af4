package dev.gatehouse.load;

import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
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
import java.util.function.LongConsumer;

/**
 * One contestant in one round: its warm-up, which is thrown away, and the schedule. Its clock starts with its first
 * user; it ends when each of its users has. Safe for several threads.
 *
 * <p>The next turn does not wait for that, or one answer in thirty seconds would make each turn of ten take forty. It
 * begins when all of this one's requests are sent and at most one in {@link #LEFT_OF} is unanswered; most of those
 * answers come while the next one warms up. In a square of orders each contestant follows each other one equally often.
 */
final class Turn {
    /** The attribute of a session that holds its {@link Place}. */
    static final String PLACE = "place";

    /** How far ahead of their time users are injected. */
    static final Duration LEAD = Duration.ofMillis(500);

    /** One in so many of a turn's requests may still be unanswered when the next turn begins to warm up. */
    static final int LEFT_OF = 20;

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

    private final String title;
    private final Contestant contestant;
    private final List<Arrival> warmUp;
    private final Duration warmUpTime;
    private final List<Arrival> measured;
    private final Duration limit;
    private final OptionalLong earliest;
    private final Consumer<Turn> whenBegun;
    private final Consumer<Turn> whenDone;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger left;
    private final int mayBeLeft;
    private Optional<LongConsumer> next = Optional.empty();
    private boolean nearlyDone;
    private volatile Optional<Started> started = Optional.empty();
    private volatile Optional<Recording> recording = Optional.empty();

    private record Started(long scheduleNanos, boolean late, Recorder recorder) {}

    private Turn(
            String title,
            Contestant contestant,
            List<Arrival> warmUp,
            Duration warmUpTime,
            List<Arrival> measured,
            Duration limit,
            OptionalLong earliest,
            Consumer<Turn> whenBegun,
            Consumer<Turn> whenDone) {
        this.title = title;
        this.contestant = contestant;
        this.warmUp = warmUp;
        this.warmUpTime = warmUpTime;
        this.measured = measured;
        this.limit = limit;
        this.earliest = earliest;
        this.whenBegun = whenBegun;
        this.whenDone = whenDone;
        int users = warmUp.size() + measured.size();
        this.left = new AtomicInteger(users);
        this.mayBeLeft = users / LEFT_OF;
        this.nearlyDone = users == 0;
    }

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
    static Turn of(
            int round,
            Contestant contestant,
            Schedule schedule,
            Duration warmUpTime,
            Duration limit,
            OptionalLong earliest,
            Consumer<Turn> whenBegun,
            Consumer<Turn> whenDone) {
        List<Arrival> warmUp = schedule.arrivals().stream()
                .filter(arrival -> arrival.atNanos() < warmUpTime.toNanos())
                .toList();
        return new Turn(
                contestant.name() + " · round " + round,
                contestant,
                warmUp,
                warmUpTime,
                schedule.arrivals(),
                limit,
                earliest,
                whenBegun,
                whenDone);
    }

    /** A turn of which nothing is recorded: the programs on both sides are new, and slower than they will be. */
    static Turn practice(Contestant contestant, Schedule schedule, Plan plan, OptionalLong earliest) {
        return new Turn(
                contestant.name() + " · practice",
                contestant,
                schedule.arrivals(),
                plan.duration(),
                List.of(),
                plan.limit(),
                earliest,
                begun -> {},
                done -> {});
    }

    Contestant contestant() {
        return contestant;
    }

    /** {@code nlb-ambassador · round 3}: no two turns of a run have the same. */
    String title() {
        return title;
    }

    /** How many users each bunch has, from the first arrival of the warm-up on. */
    List<Integer> bunches() {
        List<Integer> bunches = new ArrayList<>();
        for (Arrival arrival : warmUp) {
            count(bunches, arrival.atNanos());
        }
        for (Arrival arrival : measured) {
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
        Arrival arrival = measured.get(number - warmUp.size());
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

    /**
     * Says what is to be told once, when so few users are left that the next turn may begin: the moment of the last
     * arrival, before which it may not.
     */
    synchronized void whenNearlyDone(LongConsumer told) {
        next = Optional.of(told);
        tell();
    }

    private synchronized void nearlyDone() {
        nearlyDone = true;
        tell();
    }

    private void tell() {
        if (nearlyDone) {
            next.ifPresent(told -> told.accept(started.map(this::lastNanos).orElseGet(System::nanoTime)));
            next = Optional.empty();
        }
    }

    private long lastNanos(Started begun) {
        return measured.isEmpty()
                ? begun.scheduleNanos()
                : begun.scheduleNanos() + measured.get(measured.size() - 1).atNanos();
    }

    /** One user has ended; the last one ends the turn. Returns whether it was the last one. */
    boolean ended() {
        int now = left.decrementAndGet();
        if (now == mayBeLeft) {
            nearlyDone();
        }
        if (now == 0) {
            recording = started.map(begun -> begun.recorder().finish());
            whenDone.accept(this);
        }
        return now == 0;
    }

    /**
     * What became of its requests.
     *
     * @throws IllegalStateException before it is done
     */
    Run run() {
        return new Run(
                measured.size(), recording.orElseThrow(() -> new IllegalStateException(title() + " is not done")));
    }
}

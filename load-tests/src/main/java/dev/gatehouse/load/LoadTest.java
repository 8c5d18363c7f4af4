package dev.gatehouse.load;

import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.HiccupMeter;
import dev.gatehouse.measurements.recording.Pauses;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.result.Round;
import dev.gatehouse.measurements.result.Run;
import dev.gatehouse.measurements.schedule.Schedule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs the rounds of a plan that are still missing, one simulation for all of them, and writes each as soon as it is
 * complete. Before the first of them every contestant has a turn of practice, of which nothing is recorded. For one run
 * at a time in a process.
 */
public final class LoadTest {
    private final RunFolder folder;
    private final Schedule schedule;
    private final CallBook calls;
    private final Slots slots;
    private final Consumer<String> steps;
    private final RealTime realTime = new RealTime();

    /**
     * A run that has not begun.
     *
     * @param folder where the plan is, and where rounds go
     * @param schedule the part of the plan's schedule that this generator sends
     * @param slots when its turns may begin
     * @param steps told what is going on, a line each
     * @throws IllegalArgumentException if the schedule is not the plan's
     */
    LoadTest(RunFolder folder, Schedule schedule, CallBook calls, Slots slots, Consumer<String> steps) {
        if (!schedule.sha256().equals(folder.plan().scheduleSha256())) {
            throw new IllegalArgumentException("the schedule is another than the plan's");
        }
        this.folder = folder;
        this.schedule = schedule;
        this.calls = calls;
        this.slots = slots;
        this.steps = steps;
    }

    /**
     * Runs what is missing.
     *
     * @param report where Gatling's own report goes
     * @return Gatling's exit code: 0 if it ran to its end
     */
    int run(Path report) {
        List<Integer> missing = folder.missing();
        if (missing.isEmpty()) {
            return 0;
        }
        try (Metronome metronome = Metronome.start(Precision.FINE)) {
            Plan plan = folder.plan();
            List<Turn> turns = new ArrayList<>(practice(missing.get(0), plan));
            missing.forEach(number -> turns.addAll(turns(number, plan)));
            metronome.at(System.nanoTime(), realTime::thisThread);
            RoundsSimulation.willRun(
                    new Running(turns, calls, new Bodies(), new GrpcBodies(), metronome, realTime, plan.limit()));
            return Gatling.run(RoundsSimulation.class, report);
        }
    }

    private List<Turn> practice(int number, Plan plan) {
        List<Contestant> order = plan.orders().get(number - 1);
        List<Turn> turns = new ArrayList<>();
        for (Contestant contestant : order) {
            turns.add(Turn.practice(contestant, schedule, plan, slots.begin(place(number - 1, turns.size(), order))));
        }
        return turns;
    }

    /** A turn's place among all, where practice comes before the first missing round. */
    private static int place(int rounds, int turns, List<Contestant> order) {
        return rounds * order.size() + turns;
    }

    private List<Turn> turns(int number, Plan plan) {
        List<Contestant> order = plan.orders().get(number - 1);
        Keeping keeping = new Keeping(number, order.size());
        List<Turn> turns = new ArrayList<>();
        for (Contestant contestant : order) {
            turns.add(Turn.of(
                    number,
                    contestant,
                    schedule,
                    plan.warmUp(),
                    plan.limit(),
                    slots.begin(place(number, turns.size(), order)),
                    keeping::begun,
                    keeping::done));
        }
        return turns;
    }

    /** Gathers the turns of a round, and writes it after the last one, unless one began after its slot. */
    private final class Keeping {
        private final int number;
        private final int turns;
        private final Map<String, Run> runs = new LinkedHashMap<>();
        private double loadBefore;
        private boolean late;
        private Optional<HiccupMeter> meter = Optional.empty();

        Keeping(int number, int turns) {
            this.number = number;
            this.turns = turns;
        }

        /** The first of its turns begins; the second may while the first one still waits for answers. */
        synchronized void begun(Turn turn) {
            if (meter.isEmpty()) {
                loadBefore = Machine.load();
                meter = Optional.of(HiccupMeter.start());
            }
        }

        synchronized void done(Turn turn) {
            runs.put(turn.contestant().name(), turn.run());
            late |= turn.isLate();
            if (runs.size() < turns) {
                return;
            }
            Pauses pauses = meter.map(HiccupMeter::stop).orElse(Pauses.NONE);
            if (late) {
                steps.accept("round " + number + " is not kept: a turn began after its slot");
            } else {
                folder.write(new Round(number, runs, loadBefore, pauses, realTime.scheduling()));
                steps.accept("round " + number + " of " + folder.plan().rounds());
            }
        }
    }
}

package dev.gatehouse.load;

import dev.gatehouse.lab.ingress.Engine;
import dev.gatehouse.lab.net.Pace;
import dev.gatehouse.measurements.schedule.ArrivalProcess;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.measurements.schedule.Schedule;
import dev.gatehouse.model.spec.Model;
import dev.gatehouse.model.spec.PlatformSpec;
import dev.gatehouse.model.unit.Rate;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/**
 * What every design goes through in a drill. Its times are the lab's: on a clock that runs 10 times as fast, the 20 s
 * between fault and end are 2 s.
 *
 * @param drill the fault
 * @param engine what the ingress is
 * @param rate requests per second of the machine, not of the lab's clock
 * @param seed of the schedule
 * @param pace how fast the lab's clock runs
 * @param steps what happens when
 */
record DrillPlan(Drill drill, Engine engine, Rate rate, long seed, Pace pace, DrillSteps steps) {
    /** How long a stream takes that a drill asks for: short enough to be counted, long enough to be cut by a fault. */
    static final Duration STREAM = Duration.ofSeconds(20);

    /** How much longer than the slowest hop a client waits. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /** When requests leave: the same for each design. */
    Schedule schedule(PlatformSpec spec) {
        return Schedule.of(
                Mix.of(spec), ArrivalProcess.POISSON, rate, Duration.ofNanos(pace.nanos(steps.last())), seed);
    }

    /** The model that a fault of a model strikes: of those that answer in one piece the one with the most load. */
    static Optional<Model> struck(PlatformSpec spec) {
        return spec.models().stream()
                .filter(DrillPlan::isWhole)
                .max(Comparator.comparing(model -> model.load().average()));
    }

    /** How long a client waits, in the lab's time: as long as the slowest model may take, and more. */
    static Duration patience(PlatformSpec spec) {
        return spec.models().stream()
                .filter(DrillPlan::isWhole)
                .flatMap(model -> model.atMost().stream())
                .max(Duration::compareTo)
                .orElse(Model.ASSUMED_AT_MOST)
                .plus(MARGIN);
    }

    private static boolean isWhole(Model model) {
        return !model.isStreamed();
    }
}

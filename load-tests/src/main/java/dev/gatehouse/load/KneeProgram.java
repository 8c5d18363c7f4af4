package dev.gatehouse.load;

import dev.gatehouse.measurements.files.KneesJson;
import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.knee.KneeSearch;
import dev.gatehouse.measurements.knee.Step;
import dev.gatehouse.measurements.plan.Contestant;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.Tally;
import dev.gatehouse.measurements.recording.Timing;
import dev.gatehouse.measurements.result.Run;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.measurements.schedule.Schedule;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.unit.Rate;
import java.io.IOException;
import java.io.PrintStream;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Searches the knee of each contestant of a plan, the twins aside: {@code FOLDER SPEC CALLS}, as {@link LoadProgram}.
 * Writes {@code knee.json} into FOLDER: rates by the contestant's name. The status is as there.
 */
public final class KneeProgram {
    /** How long a step takes, its warm-up aside: a search has about ten steps. */
    private static final Duration STEP = Duration.ofSeconds(2);

    private static final Duration WARM_UP = Duration.ofMillis(500);

    private KneeProgram() {}

    /** Searches and exits. */
    public static void main(String[] arguments) {
        PrintStream said = System.err;
        InputWatch.begin();
        System.exit(run(List.of(arguments), said));
    }

    static int run(List<String> arguments, PrintStream said) {
        if (arguments.size() != 3) {
            said.println("usage: FOLDER SPEC CALLS");
            return 2;
        }
        Path folder = Path.of(arguments.get(0));
        try (Metronome metronome = Metronome.start(Precision.COARSE)) {
            Plan plan = RunFolder.open(folder).plan();
            Path spec = Path.of(arguments.get(1));
            CallBook calls = CallsJson.read(Path.of(arguments.get(2)));
            Mix mix = calls.carriedBy(plan.contestants(), Mix.of(SpecFile.read(spec)));
            List<Contestant> searched = plan.contestants().stream()
                    .filter(contestant -> contestant.role() != Contestant.Role.TWIN)
                    .toList();
            if (!ran(practice(searched, plan, mix), plan, calls, metronome, folder)) {
                return 3;
            }
            SortedMap<String, Rate> knees = new TreeMap<>();
            for (Contestant contestant : searched) {
                Optional<Rate> knee = knee(plan, contestant, mix, calls, metronome, folder, said);
                if (knee.isEmpty()) {
                    return 3;
                }
                knees.put(contestant.name(), floored(knee.get()));
                said.println("knee of " + contestant.name() + ": " + knees.get(contestant.name()));
            }
            KneesJson.write(folder, knees);
            return 0;
        } catch (InvalidInputException e) {
            said.println(e.getMessage());
            return 2;
        } catch (IOException | IllegalArgumentException e) {
            said.println("can't be understood: " + e.getMessage());
            return 2;
        }
    }

    /** What a step showed, in a line. */
    private static String told(Contestant contestant, Rate offered, Run run) {
        Tally tally = run.recording().tally();
        String lost = Stream.concat(
                        tally.failed().entrySet().stream().map(kind -> kind.getValue() + " " + kind.getKey()),
                        Stream.of(tally.timedOut()).filter(count -> count > 0).map(count -> count + " timed out"))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "knee step of %s: of %d requests at %s %d were answered%s, in %.1f ms at the median",
                contestant.name(),
                run.scheduled(),
                floored(offered),
                tally.ok(),
                lost.isEmpty() ? "" : " (" + lost + ")",
                run.recording().quantileNanos(Timing.RESPONSE, 0.5) / 1e6);
    }

    /** To a tenth of a request a second. */
    private static Rate floored(Rate knee) {
        return Rate.ofPerSecond(knee.perSecond().setScale(1, RoundingMode.FLOOR).stripTrailingZeros());
    }

    /** As before the rounds of a load test: a path that has just started gives way sooner than it will. */
    private static List<Turn> practice(List<Contestant> contestants, Plan plan, Mix mix) {
        Schedule schedule = Schedule.of(mix, plan.process(), plan.rate(), plan.duration(), plan.seed());
        return contestants.stream()
                .map(contestant -> Turn.practice(contestant, schedule, plan, OptionalLong.empty()))
                .toList();
    }

    /** Whether Gatling ran to its end. */
    private static boolean ran(List<Turn> turns, Plan plan, CallBook calls, Metronome metronome, Path folder) {
        RoundsSimulation.willRun(
                new Running(turns, calls, new Bodies(), new GrpcBodies(), metronome, RealTime.none(), plan.limit()));
        return Gatling.runUnreported(RoundsSimulation.class, folder.resolve("gatling-knee")) == 0;
    }

    /** Empty if Gatling stopped early. */
    private static Optional<Rate> knee(
            Plan plan,
            Contestant contestant,
            Mix mix,
            CallBook calls,
            Metronome metronome,
            Path folder,
            PrintStream said) {
        KneeSearch search = KneeSearch.from(plan.rate());
        while (search.next().isPresent()) {
            Rate offered = search.next().get();
            Schedule schedule = Schedule.of(mix, plan.process(), offered, STEP, plan.seed());
            if (schedule.arrivals().isEmpty()) {
                search = search.after(new Step(offered, 0, 0)); // too slow to see anything arrive
                continue;
            }
            Turn turn = Turn.of(
                    search.steps().size() + 1,
                    contestant,
                    schedule,
                    WARM_UP,
                    plan.limit(),
                    OptionalLong.empty(),
                    t -> {},
                    t -> {});
            if (!ran(List.of(turn), plan, calls, metronome, folder)) {
                return Optional.empty();
            }
            Run run = turn.run();
            search = search.after(Step.of(offered, run.scheduled(), run.recording()));
            said.println(told(contestant, offered, run));
        }
        return Optional.of(search.knee());
    }
}

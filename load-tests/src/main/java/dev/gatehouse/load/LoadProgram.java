package dev.gatehouse.load;

import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.schedule.Mix;
import dev.gatehouse.measurements.schedule.Schedule;
import dev.gatehouse.model.finding.InvalidInputException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The process of its own in which a run is measured: {@code FOLDER SPEC CALLS}, as {@code gatehouse load} starts it.
 *
 * <p>FOLDER holds the plan and gets the rounds, SPEC is the platform spec, CALLS a file of JSON that says how each
 * contestant is asked for each model. A line on standard error for each round; status 0 if all rounds are there, 2 if
 * the call can't be understood, 3 if Gatling stopped early.
 */
public final class LoadProgram {
    private LoadProgram() {}

    /** Runs the missing rounds and exits. */
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
        try {
            RunFolder folder = RunFolder.open(Path.of(arguments.get(0)));
            Path spec = Path.of(arguments.get(1));
            CallBook calls = CallsJson.read(Path.of(arguments.get(2)));
            LoadTest test =
                    new LoadTest(folder, schedule(folder.plan(), spec, calls), calls, Slots.NONE, said::println);
            test.run(Path.of(arguments.get(0)).resolve("gatling"));
            return folder.missing().isEmpty() ? 0 : 3;
        } catch (InvalidInputException e) {
            said.println(e.getMessage());
            return 2;
        } catch (IOException | IllegalArgumentException e) {
            said.println("can't be understood: " + e.getMessage());
            return 2;
        }
    }

    /**
     * The plan's part of its schedule, out of what every contestant carries.
     *
     * @throws InvalidInputException with GH-585 if spec and calls give another schedule than the plan's
     */
    static Schedule schedule(Plan plan, Path spec, CallBook calls) throws IOException {
        Mix carried = calls.carriedBy(plan.contestants(), Mix.of(SpecFile.read(spec)));
        Schedule schedule = Schedule.of(carried, plan.process(), plan.rate(), plan.duration(), plan.seed());
        if (!schedule.sha256().equals(plan.scheduleSha256())) {
            throw PartRules.refused(
                    PartRules.OTHER_SCHEDULE,
                    spec.toString(),
                    "this spec and these calls give another schedule than the plan's",
                    "requests that were not planned would be measured",
                    "give the spec and the calls that the plan was made of");
        }
        return schedule.part(plan.part());
    }
}

package dev.gatehouse.load;

import dev.gatehouse.measurements.files.ResultFile;
import dev.gatehouse.measurements.files.RunFolder;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.schedule.Part;
import dev.gatehouse.measurements.schedule.Schedule;
import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.unit.Durations;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One of several generators, each of which sends its part of one schedule: {@code RESULTS PLAN SPEC CALLS PARTS START
 * KEEP}. Which part, from 0, the environment says in {@link #INDEX}, as Kubernetes does in the pods of an Indexed Job.
 *
 * <p>RESULTS gets the folder {@code part-N} with its rounds, and the file {@code measured} when they are there; PLAN is
 * the {@code result.json} of the run as a whole before its first round; START says when the parts begin together, as
 * {@link StartLine} reads it. KEEP is how long the process then stays for somebody to fetch the results: it ends as
 * soon as RESULTS has a file {@code collected}, and at once for {@code 0 s}. Status 0 if all rounds are there, 2 if the
 * call can't be understood, 3 if a round is missing or the parts did not begin together.
 */
public final class PartProgram {
    /** The environment variable with the number of the part. */
    static final String INDEX = "JOB_COMPLETION_INDEX";

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private PartProgram() {}

    /** Measures a part and exits. */
    public static void main(String[] arguments) {
        PrintStream said = System.err;
        System.exit(run(List.of(arguments), System.getenv(), said));
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintStream said) {
        if (arguments.size() != 7) {
            said.println("usage: RESULTS PLAN SPEC CALLS PARTS START KEEP, and the part in " + INDEX);
            return 2;
        }
        try {
            Path results = Path.of(arguments.get(0));
            Part part = new Part(number(environment.getOrDefault(INDEX, "")), number(arguments.get(4)));
            Duration keep = Durations.parse(arguments.get(6));
            RunFolder folder = measure(part, results.resolve("part-" + part.number()), arguments, said);
            if (!folder.missing().isEmpty()) {
                said.println("rounds " + folder.missing() + " are missing");
                return 3;
            }
            folder.measurement();
            Files.writeString(results.resolve("measured"), part + "\n");
            said.println("part " + part + " is measured");
            stay(results.resolve("collected"), keep);
            return 0;
        } catch (InvalidInputException e) {
            said.println(e.getMessage());
            return e.findings().stream().anyMatch(finding -> finding.rule().equals(PartRules.NOT_TOGETHER)) ? 3 : 2;
        } catch (IOException | IllegalArgumentException e) {
            said.println("can't be understood: " + e.getMessage());
            return 2;
        }
    }

    private static RunFolder measure(Part part, Path into, List<String> arguments, PrintStream said)
            throws IOException {
        Measurement planned = ResultFile.read(Path.of(arguments.get(1)));
        Machine planner = planned.machines().get(0);
        CallBook calls = CallsJson.read(Path.of(arguments.get(3)));
        RunFolder folder =
                RunFolder.open(into, planned.plan().withPart(part), Machine.here(planner.tool(), planner.commit()));
        Schedule schedule = LoadProgram.schedule(folder.plan(), Path.of(arguments.get(2)), calls);
        Instant start = StartLine.await(arguments.get(5), part.of());
        said.println("part " + part + " begins at " + start);
        long first = System.nanoTime() + Duration.between(Instant.now(), start).toNanos();
        new LoadTest(folder, schedule, calls, Slots.from(first, folder.plan()), said::println)
                .run(into.resolve("gatling"));
        return folder;
    }

    private static void stay(Path collected, Duration keep) throws IOException {
        long end = System.nanoTime() + keep.toNanos();
        while (!Files.exists(collected) && System.nanoTime() - end < 0) {
            Waiting.rest(BETWEEN_LOOKS);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no number of a part", e);
        }
    }
}

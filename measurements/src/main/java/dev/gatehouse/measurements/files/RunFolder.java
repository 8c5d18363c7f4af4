package dev.gatehouse.measurements.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.Round;
import dev.gatehouse.model.finding.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The folder of one run. The plan is in it before the first round; each round is there as a whole or not at all.
 *
 * <pre>{@code
 * RunFolder folder = RunFolder.open(path, plan, machine);
 * for (int number : folder.missing()) {
 *     folder.write(measure(number));
 * }
 * Measurement measurement = folder.measurement();
 * }</pre>
 *
 * <p>For one thread of one process.
 */
public final class RunFolder {
    private static final String CSV = "rounds.csv";

    private final Path folder;
    private final Plan plan;
    private final List<Machine> machines;

    private RunFolder(Path folder, Plan plan, List<Machine> machines) {
        this.folder = folder;
        this.plan = plan;
        this.machines = List.copyOf(machines);
    }

    /**
     * Opens a folder for a run: a new one, whose {@code result.json} is written now, or one in which a run of the same
     * plan was interrupted.
     *
     * @throws InvalidInputException with GH-558 if it holds a run of another plan, with GH-570 if it can't be written
     */
    public static RunFolder open(Path folder, Plan plan, Machine machine) {
        RunFolder run = new RunFolder(folder, plan, List.of(machine));
        if (!Files.exists(folder.resolve(ResultFile.NAME))) {
            run.store(Measurement.of(plan, run.machines, List.of()));
            return run;
        }
        Measurement known = ResultFile.read(folder);
        if (!known.plan().equals(plan)) {
            throw FileRules.refused(
                    FileRules.OTHER_PLAN,
                    folder.toString(),
                    "the folder holds a run of another plan: " + known.plan().question(),
                    "a run is resumed with the question, the contestants, the rate and the seed that it began with",
                    "name another folder, or repeat the call that began this one");
        }
        return run;
    }

    /** A folder that gets a run of several machines, and does not exist yet. */
    static RunFolder merged(Path folder, Plan plan, List<Machine> machines) {
        return new RunFolder(folder, plan, machines);
    }

    /**
     * Opens a folder that a run was written to, complete or not.
     *
     * @throws InvalidInputException with GH-557 if there is none
     */
    public static RunFolder open(Path folder) {
        Measurement known = ResultFile.read(folder);
        return new RunFolder(folder, known.plan(), known.machines());
    }

    /** What is to be done here. */
    public Plan plan() {
        return plan;
    }

    /** On what it was measured. */
    public List<Machine> machines() {
        return machines;
    }

    /** The numbers of the rounds that are still to come, from 1. */
    public List<Integer> missing() {
        return numbers()
                .filter(number -> !RoundFolder.isComplete(rounds(), number))
                .boxed()
                .toList();
    }

    /**
     * Writes a round, all of it or nothing. {@link #measurement} then counts it.
     *
     * @throws IllegalArgumentException if the plan has no such round, or other contestants
     * @throws InvalidInputException with GH-570 if it can't be written
     */
    public void write(Round round) {
        boolean known = round.number() >= 1
                && round.number() <= plan.rounds()
                && round.order()
                        .equals(plan.orders().get(round.number() - 1).stream()
                                .map(contestant -> contestant.name())
                                .toList());
        if (!known) {
            throw new IllegalArgumentException(
                    "round " + round.number() + " of " + round.order() + " is not of the plan");
        }
        try {
            RoundFolder.write(rounds(), plan, round);
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /**
     * The rounds that are complete.
     *
     * @throws InvalidInputException with GH-557 if one can't be read, GH-558 if one is of another plan
     */
    public List<Round> complete() {
        List<Round> complete = new ArrayList<>();
        for (int number : numbers()
                .filter(number -> RoundFolder.isComplete(rounds(), number))
                .toArray()) {
            try {
                complete.add(RoundFolder.read(rounds(), plan, number));
            } catch (InvalidInputException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                throw FileRules.refused(
                        FileRules.NO_RESULT,
                        RoundFolder.of(rounds(), number).toString(),
                        "round " + number + " can't be read: " + e.getMessage(),
                        "a round that was changed after it was written proves nothing",
                        "delete its folder and run it again");
            }
        }
        return complete;
    }

    /** Works out what the complete rounds say, and writes it into {@code result.json} and {@code rounds.csv}. */
    public Measurement measurement() {
        Measurement measurement = Measurement.of(plan, machines, complete())
                .withKnees(KneesJson.read(folder).orElseGet(TreeMap::new));
        store(measurement);
        return measurement;
    }

    private IntStream numbers() {
        return IntStream.rangeClosed(1, plan.rounds());
    }

    private Path rounds() {
        return folder.resolve("rounds");
    }

    private void store(Measurement measurement) {
        store(folder, measurement);
    }

    /** Writes both files, each all or nothing. */
    static void store(Path folder, Measurement measurement) {
        try {
            Files.createDirectories(folder);
            replace(folder.resolve(CSV), RoundsCsv.of(measurement));
            replace(folder.resolve(ResultFile.NAME), ResultFile.text(measurement));
        } catch (IOException e) {
            throw FileRules.refused(
                    FileRules.NOT_WRITTEN,
                    folder.toString(),
                    "the results can't be written: " + e.getMessage(),
                    "",
                    "name a folder that can be written");
        }
    }

    /** Writes a file, all or nothing. */
    static void replace(Path file, String text) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.writeString(part, text, UTF_8);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private InvalidInputException notWritten(IOException e) {
        return FileRules.refused(
                FileRules.NOT_WRITTEN,
                folder.toString(),
                "a round can't be written: " + e.getMessage(),
                "",
                "see that there is room, and run the same command again: it resumes");
    }
}

package dev.gatehouse.measurements.files;

import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.Pauses;
import dev.gatehouse.measurements.recording.Recording;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.Round;
import dev.gatehouse.measurements.result.Run;
import dev.gatehouse.measurements.schedule.Part;
import dev.gatehouse.model.finding.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Puts the folders of several generators together: the parts of one schedule, request for request, as if one generator
 * had sent them all. Nothing is estimated from estimates: histograms are added and everything else is worked out anew.
 */
public final class Merge {
    private Merge() {}

    /**
     * What the folders say together.
     *
     * @param folders of all parts of one plan, in any order
     * @throws InvalidInputException with GH-557 if one holds no run, GH-558 if two are of different plans, GH-559 if a
     *     part is missing or stands twice
     */
    public static Measurement of(List<Path> folders) {
        List<RunFolder> runs = folders.stream().map(RunFolder::open).toList();
        Plan plan = runs.get(0).plan().withPart(Part.WHOLE);
        for (int i = 0; i < runs.size(); i++) {
            if (!runs.get(i).plan().withPart(Part.WHOLE).equals(plan)) {
                throw FileRules.refused(
                        FileRules.OTHER_PLAN,
                        folders.get(i).toString(),
                        "this run is of another plan than " + folders.get(0),
                        "runs of two plans answer two questions",
                        "merge the folders of one call");
            }
        }
        checkParts(folders, runs.stream().map(run -> run.plan().part()).toList());
        List<List<Round>> rounds = runs.stream().map(RunFolder::complete).toList();
        List<Machine> machines =
                runs.stream().flatMap(run -> run.machines().stream()).distinct().toList();
        List<Round> merged = new ArrayList<>();
        for (int number = 1; number <= plan.rounds(); number++) {
            int wanted = number;
            List<Round> parts = rounds.stream()
                    .flatMap(List::stream)
                    .filter(round -> round.number() == wanted)
                    .toList();
            if (parts.size() == runs.size()) {
                merged.add(merged(parts));
            }
        }
        return Measurement.of(plan, machines, merged);
    }

    /** As {@link #of}, and writes {@code result.json} and {@code rounds.csv} into {@code out}. */
    public static Measurement into(Path out, List<Path> folders) {
        Measurement measurement = of(folders);
        RunFolder.store(out, measurement);
        return measurement;
    }

    private static void checkParts(List<Path> folders, List<Part> parts) {
        int of = parts.get(0).of();
        List<Part> wanted =
                IntStream.range(0, of).mapToObj(number -> new Part(number, of)).toList();
        List<Part> missing =
                wanted.stream().filter(part -> !parts.contains(part)).toList();
        if (!missing.isEmpty() || parts.size() != of) {
            throw FileRules.refused(
                    FileRules.PARTS,
                    folders.get(0).toString(),
                    missing.isEmpty()
                            ? "a part of the schedule stands twice"
                            : "part " + missing.get(0) + " of the schedule is missing",
                    "the parts of a schedule together are the load that was planned, each once",
                    "give the folder of each of the " + of + " generators once");
        }
    }

    private static Round merged(List<Round> parts) {
        Map<String, Run> runs = new LinkedHashMap<>();
        for (String name : parts.get(0).order()) {
            List<Run> all = parts.stream().map(part -> part.run(name)).toList();
            runs.put(
                    name,
                    new Run(
                            all.stream().mapToLong(Run::scheduled).sum(),
                            Recording.merged(all.stream().map(Run::recording).toList())));
        }
        return new Round(
                parts.get(0).number(),
                runs,
                parts.stream().mapToDouble(Round::loadBefore).max().orElse(-1),
                parts.stream().map(Round::pauses).reduce(Pauses.NONE, Pauses::plus));
    }
}

package dev.gatehouse.measurements.files;

import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.recording.Pauses;
import dev.gatehouse.measurements.recording.Recording;
import dev.gatehouse.measurements.result.Machine;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.measurements.result.Round;
import dev.gatehouse.measurements.result.Run;
import dev.gatehouse.measurements.result.Scheduling;
import dev.gatehouse.measurements.schedule.Part;
import dev.gatehouse.model.finding.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
        Merged merged = gathered(folders);
        return Measurement.of(merged.plan(), merged.machines(), merged.rounds());
    }

    /**
     * As {@link #of}, and writes the run as one generator would have written it into {@code out}: all of it, or nothing
     * if anything is refused. A round that a part has not finished is left out.
     *
     * @param out a folder that is new or empty, or holds an earlier merge of the same plan, which is replaced
     * @throws InvalidInputException as {@link #of}; GH-558 if {@code out} holds something else, GH-570 if it can't be
     *     written
     */
    public static Measurement into(Path out, List<Path> folders) {
        Merged merged = gathered(folders);
        return new MergedFolder(out).write(merged, folders);
    }

    /**
     * What the folders hold together.
     *
     * @param machines those of all parts
     * @param rounds those that every part has finished
     */
    record Merged(Plan plan, List<Machine> machines, List<Round> rounds) {}

    private static Merged gathered(List<Path> folders) {
        List<RunFolder> runs = folders.stream().map(RunFolder::open).toList();
        Parts.check(folders, runs.stream().map(RunFolder::plan).toList());
        Plan plan = runs.get(0).plan().withPart(Part.WHOLE);
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
                merged.add(joined(parts));
            }
        }
        return new Merged(plan, machines, merged);
    }

    private static Round joined(List<Round> parts) {
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
                parts.stream().map(Round::pauses).reduce(Pauses.NONE, Pauses::plus),
                Scheduling.together(parts.stream().map(Round::scheduling).toList()));
    }
}

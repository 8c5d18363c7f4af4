package dev.gatehouse.measurements.files;

import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.schedule.Part;
import dev.gatehouse.model.finding.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether folders hold each part of one plan once. */
final class Parts {
    private Parts() {}

    /**
     * Compares the plans of folders.
     *
     * @throws InvalidInputException with GH-558 if two are of different plans, GH-559 if a part is missing or stands
     *     twice, or if the schedule was cut into another number of parts in one folder
     */
    static void check(List<Path> folders, List<Plan> plans) {
        if (folders.isEmpty()) {
            throw refused("no folder", "there is no folder to merge");
        }
        Plan first = plans.get(0);
        Map<Part, Path> known = new LinkedHashMap<>();
        for (int i = 0; i < plans.size(); i++) {
            Path folder = folders.get(i);
            samePlan(folder, plans.get(i), folders.get(0), first);
            Part part = plans.get(i).part();
            if (part.of() != first.part().of()) {
                throw refused(
                        folder.toString(),
                        "this is part " + part + ", and " + folders.get(0) + " is part " + first.part());
            }
            Path twin = known.putIfAbsent(part, folder);
            if (twin != null) {
                throw refused(folder.toString(), "part " + part + " stands twice: here and in " + twin);
            }
        }
        String missing = IntStream.range(0, first.part().of())
                .mapToObj(number -> new Part(number, first.part().of()))
                .filter(part -> !known.containsKey(part))
                .map(Part::toString)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw refused(folders.get(0).toString(), "part " + missing + " of the schedule is missing");
        }
    }

    private static void samePlan(Path folder, Plan plan, Path firstFolder, Plan first) {
        if (!plan.withPart(Part.WHOLE).equals(first.withPart(Part.WHOLE))) {
            throw FileRules.refused(
                    FileRules.OTHER_PLAN,
                    folder.toString(),
                    "this run is of another plan than " + firstFolder + difference(plan, first),
                    "runs of two plans answer two questions",
                    "merge the folders of one call");
        }
    }

    /** What tells the plans apart, as far as a line can say it. */
    private static String difference(Plan plan, Plan first) {
        List<String> all = new ArrayList<>();
        differs(all, "seed", plan.seed(), first.seed());
        differs(all, "rate", plan.rate(), first.rate());
        differs(all, "rounds", plan.rounds(), first.rounds());
        differs(all, "platform", plan.platform(), first.platform());
        differs(all, "spec", start(plan.specSha256()), start(first.specSha256()));
        differs(all, "schedule", start(plan.scheduleSha256()), start(first.scheduleSha256()));
        return all.isEmpty() ? "" : ": " + String.join("; ", all);
    }

    private static void differs(List<String> all, String what, Object here, Object there) {
        if (!here.equals(there)) {
            all.add(what + " " + here + " and not " + there);
        }
    }

    private static String start(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }

    private static InvalidInputException refused(String subject, String what) {
        return FileRules.refused(
                FileRules.PARTS,
                subject,
                what,
                "the parts of a schedule together are the load that was planned, each once",
                "give the folder of each generator once");
    }
}

package dev.gatehouse.measurements.files;

import dev.gatehouse.measurements.plan.Plan;
import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.model.finding.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that a merge writes: beside its place first, and swapped in when it is whole.
 *
 * @param out where it is to be
 */
record MergedFolder(Path out) {
    /** Writes rounds and results. */
    Measurement write(Merge.Merged merged, List<Path> folders) {
        checkRoom(merged.plan(), folders);
        Path target = out.toAbsolutePath().normalize();
        Path beside = target.resolveSibling("." + target.getFileName() + ".merging");
        try {
            delete(beside);
            RunFolder run = RunFolder.merged(beside, merged.plan(), merged.machines());
            merged.rounds().forEach(run::write);
            Measurement measurement = run.measurement();
            delete(target);
            Files.move(beside, target);
            return measurement;
        } catch (IOException e) {
            throw FileRules.refused(
                    FileRules.NOT_WRITTEN,
                    out.toString(),
                    "the merged results can't be written: " + e.getMessage(),
                    "",
                    "name a folder that can be written");
        } finally {
            deleteIfPossible(beside);
        }
    }

    /** What stands there is an earlier merge of the same plan, or nothing. */
    private void checkRoom(Plan plan, List<Path> folders) {
        boolean merges = folders.stream().anyMatch(folder -> absolute(folder).equals(absolute(out)));
        if (merges || !(isEmpty() || known().map(plan::equals).orElse(false))) {
            throw FileRules.refused(
                    FileRules.OTHER_PLAN,
                    out.toString(),
                    merges
                            ? "the merged run would replace a part that it is made of"
                            : "the folder holds something else than a merge of this plan",
                    "what was measured is not thrown away",
                    "name another folder with --out");
        }
    }

    private Optional<Plan> known() {
        try {
            return Optional.of(ResultFile.read(out).plan());
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    private boolean isEmpty() {
        if (!Files.exists(out)) {
            return true;
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static void deleteIfPossible(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            // the next merge deletes it, or says why it can't
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

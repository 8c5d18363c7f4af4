package dev.gatehouse.measurements.files;

import dev.gatehouse.model.finding.InvalidInputException;
import dev.gatehouse.model.unit.Rate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** The file with the knee of each contestant, beside the result of the run whose rate they are to bear out. */
public final class KneesJson {
    /** Its name in a run's folder. */
    public static final String NAME = "knee.json";

    private KneesJson() {}

    /**
     * The rate at which each contestant gave way, by its name; empty if nobody searched.
     *
     * @throws InvalidInputException with GH-557 if there is such a file that can't be read
     */
    public static Optional<SortedMap<String, Rate>> read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ValuesJson.MAPPER.readValue(
                    Files.readAllBytes(file), new TypeReference<TreeMap<String, Rate>>() {}));
        } catch (JacksonException | IOException e) {
            throw FileRules.refused(
                    FileRules.NO_RESULT,
                    file.toString(),
                    "the knees can't be read: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "a rate that is not known to be far below each knee may measure queues",
                    "delete the file; --knee searches again");
        }
    }

    /** Writes the file, all or nothing. */
    public static void write(Path folder, SortedMap<String, Rate> knees) throws IOException {
        RunFolder.replace(folder.resolve(NAME), ValuesJson.text(ValuesJson.MAPPER.valueToTree(knees)));
    }
}

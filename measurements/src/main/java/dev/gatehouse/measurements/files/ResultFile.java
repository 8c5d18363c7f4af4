package dev.gatehouse.measurements.files;

import dev.gatehouse.measurements.result.Measurement;
import dev.gatehouse.model.finding.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A {@code result.json} on its own, as {@code report --results} takes it. */
public final class ResultFile {
    /** The name of the file in a run's folder. */
    public static final String NAME = "result.json";

    private ResultFile() {}

    /**
     * Reads a result.
     *
     * @param name the file's name as findings show it
     * @param bytes its content
     * @throws InvalidInputException with GH-557 if it is no result, or one that was changed by hand
     */
    public static Measurement read(String name, byte[] bytes) {
        try {
            return ResultJson.read(bytes);
        } catch (RuntimeException e) {
            throw FileRules.refused(
                    FileRules.NO_RESULT,
                    name,
                    "this is no result of a load test: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    "a result that can't be read as it was written proves nothing",
                    "give the " + NAME + " that gatehouse load wrote");
        }
    }

    /**
     * Reads the result in a file, or in the folder of a run.
     *
     * @throws InvalidInputException as {@link #read(String, byte[])}, also if there is none
     */
    public static Measurement read(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve(NAME) : path;
        try {
            return read(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw FileRules.refused(
                    FileRules.NO_RESULT, file.toString(), "there is no result that can be read", "", "name the file");
        }
    }

    /** The text of a result. */
    public static String text(Measurement measurement) {
        return ResultJson.of(measurement);
    }
}

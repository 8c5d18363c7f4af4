package dev.gatehouse.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The file with the knee of each contestant. */
final class KneesJson {
    private static final String FILE = "knee.json";

    private KneesJson() {}

    /** Writes requests a second by the contestant's name. */
    static void write(Path folder, Map<String, String> knees) throws IOException {
        try {
            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValue(folder.resolve(FILE), knees);
        } catch (JacksonException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}

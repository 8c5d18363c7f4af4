package dev.gatehouse.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The file with the knee of each contestant, as the load generator writes it. */
final class KneesJson {
    private static final String FILE = "knee.json";

    private KneesJson() {}

    /** Whether a folder has it. */
    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /** Requests a second by the contestant's name. */
    static Map<String, String> read(Path folder) throws IOException {
        try {
            return JsonMapper.shared()
                    .readValue(Files.readAllBytes(folder.resolve(FILE)), new TypeReference<Map<String, String>>() {});
        } catch (JacksonException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}

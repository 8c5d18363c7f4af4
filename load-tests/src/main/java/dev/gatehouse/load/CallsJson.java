package dev.gatehouse.load;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The file that says how each contestant is asked for each model. */
final class CallsJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private CallsJson() {}

    /**
     * Reads a JSON array of calls, each with all that a {@link Call} has.
     *
     * @throws IOException if it is none
     */
    static CallBook read(Path file) throws IOException {
        try {
            return new CallBook(List.of(JSON.readValue(file, Call[].class)));
        } catch (JacksonException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
